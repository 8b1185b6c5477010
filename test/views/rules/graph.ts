/** A box of a graph, coordinates as a reader gets them. */
export interface RawBox {
  readonly object_index: number;
  readonly object_id: string;
  readonly bbox_name: string;
  readonly synsets: readonly string[];
  readonly name: string;
  readonly x1: number | null;
  readonly y1: number | null;
  readonly x2: number | null;
  readonly y2: number | null;
  readonly width: number;
  readonly height: number;
  readonly original_x1: number | null;
  readonly original_y1: number | null;
  readonly original_x2: number | null;
  readonly original_y2: number | null;
  readonly original_width: number;
  readonly original_height: number;
}

/** A sentence of a region, and what it says. */
export interface RawPhrase {
  readonly bbox_name: string;
  readonly phrase_id: string;
  /** The number behind the bar; NaN where there is none. */
  readonly sent_loc: number;
  readonly section: string | null;
  readonly phrase: string;
  /** [category_id, relation, label_name], yes and no only. */
  readonly attributes: readonly (readonly [string, string, string])[];
}

/** A comparison with an earlier image. */
export interface RawComparison {
  readonly relationship_index: number;
  readonly relationship_id: string | null;
  readonly bbox_name: string;
  readonly subject_id: string;
  readonly object_id: string;
  readonly comparisons: readonly string[];
  readonly attributes: readonly string[];
  readonly phrase: string;
}

/** A scene graph: its sentences in the order of the JSON. */
export interface RawGraph {
  readonly image_id: string;
  readonly study_id: number;
  readonly patient_id: number;
  readonly viewpoint: string | null;
  readonly study_order: number | null;
  readonly study_datetime: string;
  readonly objects: readonly RawBox[];
  readonly phrases: readonly RawPhrase[];
  readonly comparisons: readonly RawComparison[];
}

// biome-ignore lint/suspicious/noExplicitAny: as JSON.parse gives it
type Any = any;

/** A graph from the text of its file. `rejected`: JSON pointers of the entries that the build rejected. */
export function graphOf(text: string, rejected: ReadonlySet<string>): RawGraph {
  const json: Any = JSON.parse(text.replace(/^\uFEFF/, '').replaceAll(/: NaN\b/g, ': null'));
  const kept = (list: string): [Any, number][] =>
    json[list]
      .map((entry: Any, i: number) => [entry, i])
      .filter(([, i]: [Any, number]) => !rejected.has(`/${list}/${i}`));
  const texts = new Map<string, string>();
  return {
    image_id: json.image_id,
    study_id: Number(json.study_id),
    patient_id: Number(json.patient_id),
    viewpoint: json.viewpoint,
    study_order: json.StudyOrder,
    study_datetime: json.StudyDateTime,
    objects: kept('objects').map(([box, object_index]) => ({ ...whole(box), object_index })),
    phrases: kept('attributes').flatMap(([entry]) =>
      entry.phrases.map((phrase: string, i: number): RawPhrase => {
        const phrase_id: string = entry.phrase_IDs[i];
        if (!texts.has(phrase_id)) texts.set(phrase_id, phrase);
        return {
          bbox_name: entry.bbox_name,
          phrase_id,
          sent_loc: Number(phrase_id.split('|')[1]),
          section: entry.sections[i],
          phrase: texts.get(phrase_id)!,
          attributes: entry.attributes[i]
            .map(partsOf)
            .filter(([, relation]: string[]) => /^(yes|no)$/.test(relation!)),
        };
      }),
    ),
    comparisons: kept('relationships').map(([relation, relationship_index]) => ({
      ...relation,
      relationship_index,
      comparisons: relation.relationship_names
        .map(partsOf)
        .filter(([, said]: string[]) => said === 'yes')
        .map(([, , value]: string[]) => value),
    })),
  };
}

/** `category|relation|label`, split at its first two bars. */
export function partsOf(attribute: string): [string, string, string] {
  const [category, relation, ...label] = attribute.split('|');
  return [category!, relation!, label.join('|')];
}

function whole(box: Any): Any {
  const round = (value: unknown) => (typeof value === 'number' ? Math.round(value) : value);
  return Object.fromEntries(Object.entries(box).map(([name, value]) => [name, round(value)]));
}
