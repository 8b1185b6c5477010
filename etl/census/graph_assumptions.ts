import { coordinateKeys, cueKeys } from '../graph/documented_keys.js';
import { type Assumption, every, hardlyEver, mostly, numbers, only } from './assumption.js';

const issue = 'kept, and a row of data_issues';
const rejectedGraph = 'the graph is rejected, a row of quarantine';
const rejectedEntry = 'the entry is rejected, a row of quarantine; the rest of its graph loads';
const readers = (n: number) => `certain: ${n} independent public readers use it so`;
const page = "the dataset's public page";
const inferred = (why: string) => `inferred: ${why}`;

const imageForm = 'h{8}-h{8}-h{8}-h{8}-h{8}';

/** What is assumed of the scene graphs. */
export const graphAssumptions: readonly Assumption[] = [
  {
    about: 'scene_graph.zip',
    statement: 'a zip of `scene_graph/{image_id}_SceneGraph.json`, stored or deflated',
    evidence: readers(4),
    otherwise: 'any member that ends in .json is a graph, at any depth; other methods are rows of quarantine',
    holds: ({ graphs_are }) => graphs_are === 'zip',
  },
  {
    about: 'graph',
    statement: '243,310 graphs (the page says 242,072)',
    evidence: 'certain: counted on the real release by one public reader, and the split lists agree',
    otherwise: 'nothing depends on it; the view reconciliation shows both numbers',
    holds: numbers('graph', 243_310),
  },
  {
    about: 'graph',
    statement: 'one JSON object with twelve documented keys, in the order of the page',
    evidence: page,
    otherwise: 'other keys are reported (unknown_key); the order only makes the plan slower',
    holds: every(hardlyEver('graph', 'unknown keys'), mostly('graph', 'keys in the documented order')),
  },
  {
    about: 'graph.image_id',
    statement: 'five groups of eight hexadecimal digits, without `.dcm`',
    evidence: readers(6),
    otherwise: 'any text is an image_id; a suffix `.dcm` is left out and reported',
    holds: only('graph.image_id', 'form', imageForm),
  },
  {
    about: 'graph.patient_id, graph.study_id',
    statement: 'whole numbers of eight digits',
    evidence: readers(3),
    otherwise: `numbers written as text are stored as numbers and reported; for others ${rejectedGraph}`,
    holds: every(
      only('graph.patient_id', 'type', 'integer'),
      only('graph.patient_id', 'form', '9{8}'),
      only('graph.study_id', 'type', 'integer'),
      only('graph.study_id', 'form', '9{8}'),
    ),
  },
  {
    about: 'graph.viewpoint',
    statement: '`AP` or `PA`',
    evidence: readers(3),
    otherwise: issue,
    holds: every(
      hardlyEver('graph.viewpoint', 'other'),
      only('graph.viewpoint', 'member', 'AP', 'PA'),
      only('graph.viewpoint', 'type', 'text'),
    ),
  },
  {
    about: 'graph.gender, graph.age_decile',
    statement: '`F` or `M`; `50-60` and the like; whether they can be null or NaN is not known',
    evidence: readers(2),
    otherwise: 'kept as text; null and NaN are NULL',
    holds: every(
      hardlyEver('graph.gender', 'other'),
      hardlyEver('graph.age_decile', 'other'),
      only('graph.gender', 'type', 'text'),
      only('graph.age_decile', 'type', 'text'),
    ),
  },
  {
    about: 'graph.reason_for_exam',
    statement: 'free text, empty where the report has no history',
    evidence: inferred('fewer history sentences than studies'),
    otherwise: 'another type is NULL and reported',
    holds: only('graph.reason_for_exam', 'type', 'text'),
  },
  {
    about: 'graph.StudyOrder',
    statement: 'a whole number, 1 for the first study of a patient',
    evidence: readers(2),
    otherwise: 'another type is NULL and reported',
    holds: only('graph.StudyOrder', 'type', 'integer'),
  },
  {
    about: 'graph.StudyDateTime',
    statement: '`YYYY-MM-DD HH:MM:SS UTC`',
    evidence: page,
    otherwise: '`Z`, `+00:00` and `T` are read as well; anything else is NULL and reported',
    holds: only('graph.StudyDateTime', 'form', '9{4}-9{2}-9{2} 9{2}:9{2}:9{2} A{3}'),
  },
  {
    about: 'graph.objects, graph.attributes, graph.relationships',
    statement: 'lists, in every graph',
    evidence: readers(4),
    otherwise: rejectedGraph,
    holds: every(
      only('graph.objects', 'type', 'list'),
      only('graph.attributes', 'type', 'list'),
      only('graph.relationships', 'type', 'list'),
    ),
  },
  {
    about: 'objects',
    statement: 'at most 36 boxes, each region once, 35.74 in the mean',
    evidence: 'certain: two public readers assert it; a third merges doubled boxes',
    otherwise: 'all are kept; the view boxes says which are doubled',
    holds: every(
      mostly('graph.objects', 'every bbox_name once'),
      hardlyEver('graph.objects', 'entries more'),
    ),
  },
  {
    about: 'objects.bbox_name',
    statement: 'one of 36 names',
    evidence: readers(4),
    otherwise: issue,
    holds: hardlyEver('objects.bbox_name', 'other'),
  },
  {
    about: 'objects.object_id',
    statement: '`image_id` + `_` + `bbox_name`',
    evidence: readers(4),
    otherwise: 'kept as written; no key depends on it',
    holds: mostly('objects', 'object_id is image_id and bbox_name'),
  },
  {
    about: 'objects.synsets, objects.name',
    statement: 'a list of concept ids (`C0225706`, `CL380306`), and a UMLS name',
    evidence: readers(2),
    otherwise: 'null or absent synsets are [] and reported; other forms are kept',
    holds: every(only('objects.synsets', 'type', 'list'), only('objects.name', 'type', 'text')),
  },
  {
    about: `objects.${coordinateKeys.join(', ')}`,
    statement: 'whole pixels in the 224 × 224 frame and in the original image, never null',
    evidence:
      'certain that they are numbers (4 readers); that none is null is inferred, as some readers guard against it',
    otherwise: 'a fraction is rounded and reported; null is NULL, and the view boxes calls the box missing',
    holds: every(...coordinateKeys.map((key) => only(`objects.${key}`, 'type', 'integer'))),
  },
  {
    about: 'objects.x1 … y2',
    statement: 'corners in order and within the frame, for nearly all',
    evidence: 'certain that some are not: four public readers handle it',
    otherwise: 'kept as written; box_status in the view boxes says what is wrong',
    holds: every(mostly('objects', 'corners in order'), mostly('objects', 'within 224')),
  },
  {
    about: 'attributes',
    statement: 'one entry per region that is mentioned, its first key that region, true',
    evidence: inferred('one public reader would fail on an entry without phrases; nobody has seen false'),
    otherwise: 'is_described keeps false; another type is NULL and reported',
    holds: every(
      mostly('graph.attributes', 'every bbox_name once'),
      mostly('attributes', 'the key of the region is the first'),
      only('attributes.(region)', 'type', 'true'),
    ),
  },
  {
    about: 'attributes.bbox_name',
    statement: 'one of 29 regions with a box, nine without, or `unknown`',
    evidence: readers(4),
    otherwise: issue,
    holds: hardlyEver('attributes.bbox_name', 'other'),
  },
  {
    about: `attributes.attributes, attributes_ids, phrases, phrase_IDs, sections, ${cueKeys.join(', ')}`,
    statement: 'parallel lists, one element per phrase',
    evidence:
      'certain for attributes and phrases (asserted by a reader of every graph); expected of the others',
    otherwise: `${rejectedEntry}; cue lists may be absent or null`,
    holds: mostly('attributes', 'parallel lists of one length'),
  },
  {
    about: 'attributes.attributes',
    statement: '`category|yes or no|label`, 77 labels in six categories, and cues among them',
    evidence: readers(3),
    otherwise: `unknown parts are ${issue}; fewer than three parts: ${rejectedEntry}`,
    holds: every(
      mostly('attributes.attributes', 'three parts'),
      hardlyEver('attributes.attributes (category)', 'other'),
      hardlyEver('attributes.attributes (relation)', 'other'),
      hardlyEver('attributes.attributes (label)', 'other'),
    ),
  },
  {
    about: 'attributes.attributes_ids',
    statement: 'one text per attribute, concept ids joined by `;;`',
    evidence: readers(2),
    otherwise: 'kept as written, split at `;;`',
    holds: only('attributes.attributes_ids', 'element', 'text'),
  },
  {
    about: 'attributes.phrase_IDs',
    statement: '`study_id|number`; two readers take fractions',
    evidence: readers(3),
    otherwise: 'without a number sent_loc is NULL, which is reported',
    holds: mostly('attributes', 'phrase_IDs begin with the study_id'),
  },
  {
    about: 'attributes.sections',
    statement: '`finalreport` or `prelimread`',
    evidence: readers(2),
    otherwise: issue,
    holds: every(
      hardlyEver('attributes.sections', 'other'),
      only('attributes.sections', 'member', 'finalreport', 'prelimread'),
    ),
  },
  ...cueKeys.map((key) => ({
    about: `attributes.${key}`,
    statement: `\`${key.replace('_cues', '')}|yes|value\`, of the values that ship`,
    evidence: inferred('some values on the page; that `no` never occurs is not known'),
    otherwise: 'kept as written',
    holds: every(
      hardlyEver(`attributes.${key} (label)`, 'other'),
      only(`attributes.${key} (relation)`, 'member', 'yes'),
    ),
  })),
  {
    about: 'attributes.object_id',
    statement: '`image_id` + `_` + `bbox_name`; about 7 % name no box',
    evidence: readers(3),
    otherwise: 'kept as written; has_box is false where there is none',
    holds: mostly('attributes', 'object_id is image_id and bbox_name'),
  },
  {
    about: 'relationships.relationship_id',
    statement: '`study_id|number_previous study_id_concept_8 hex digits_8 hex digits`',
    evidence: inferred("decoded from the page's example"),
    otherwise: 'the ids that are read from it are NULL, which is reported',
  },
  {
    about: 'relationships.predicate',
    statement: "a text that holds a Python list, `['No status change']`",
    evidence: page,
    otherwise: 'a real list is taken; another text is the only predicate, which is reported',
    holds: only('relationships.predicate', 'type', 'text'),
  },
  {
    about: 'relationships.relationship_names, relationship_contexts',
    statement:
      '`comparison|yes|improved`, `worsened` or `no change`; one context of 1.0 per name; more than one name is possible',
    evidence: readers(3),
    otherwise: 'other names are kept in relationship_names and reported',
    holds: every(
      hardlyEver('relationships.relationship_names', 'other'),
      mostly('relationships', 'every relationship_contexts is 1'),
    ),
  },
  {
    about: 'relationships.subject_id, object_id',
    statement: 'the box of this image and that of an earlier one, of which the graph may be absent',
    evidence: readers(3),
    otherwise: 'kept as written; the view comparisons says what does not fit',
    holds: mostly('relationships', 'subject_id is of this image'),
  },
  {
    about: 'relationships.attributes',
    statement: 'a flat list of `category|relation|label`',
    evidence: page,
    otherwise: `unknown parts are ${issue}`,
    holds: mostly('relationships.attributes', 'three parts'),
  },
  {
    about: 'all of JSON',
    statement: 'what Python reads: bare NaN is possible, an empty or broken file very rare',
    evidence: 'inferred: three readers load every graph with no error handling',
    otherwise: `NaN is NULL and reported; of a broken file ${rejectedGraph}`,
    holds: ({ rejected_percent, fields }) =>
      fields.graph === undefined
        ? undefined
        : rejected_percent === null && fields.graph['issue nan'] === undefined,
  },
];
