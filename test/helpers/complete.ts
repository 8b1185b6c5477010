import { regions } from '../../etl/vocabulary/index.js';
import { attributesOf, graphOf, type Json, objectOf, relationshipOf } from './graph.js';

/**
 * A sound scene graph from what a case says of it. What it leaves out is filled in: ids of boxes and sentences' texts by their
 * names, original coordinates ten times those of the 224 frame, the final report as section, cues, concepts and contexts as empty
 * or affirmed. Keys are those of the dataset; objects may be `all`, for a sound box of each of the 36 regions.
 */
export function completeGraph(said: Json): Json {
  const { objects = [], attributes = [], relationships = [], ...head } = said;
  const graph = graphOf(head);
  const image = String(graph.image_id);
  return {
    ...graph,
    objects: (objects === 'all' ? allBoxes : (objects as Json[])).map((object) =>
      completeObject(image, object),
    ),
    attributes: (attributes as Json[]).map((entry) => completeAttributes(image, entry)),
    relationships: (relationships as Json[]).map((relation) => completeRelationship(image, relation)),
  };
}

const allBoxes: Json[] = regions
  .filter(({ has_bbox }) => has_bbox)
  .map(({ bbox_name, object_order }) => {
    const i = object_order!;
    return { bbox_name, x1: i, y1: 2 * i, x2: 100 + i, y2: 150 + i };
  });

function completeObject(image: string, said: Json): Json {
  const region = String(said.bbox_name);
  const { x1, y1, x2, y2 } = said as Record<string, number>;
  const scaled = (value: number | null | undefined) => (typeof value === 'number' ? value * 10 : null);
  return objectOf({
    object_id: `${image}_${region}`,
    width: x2! - x1!,
    height: y2! - y1!,
    synsets: [],
    name: region,
    original_x1: scaled(x1),
    original_y1: scaled(y1),
    original_x2: scaled(x2),
    original_y2: scaled(y2),
    original_width: scaled(x2! - x1!),
    original_height: scaled(y2! - y1!),
    ...said,
  });
}

function completeAttributes(image: string, said: Json): Json {
  const region = String(said.bbox_name);
  const ids = said.phrase_IDs as string[];
  const attributes = said.attributes as string[][];
  const { 'right lung': _, ...sound } = attributesOf();
  return {
    [region]: true,
    ...sound,
    synsets: [],
    name: region,
    attributes_ids: attributes.map((strings) => strings.map(() => '')),
    phrases: ids.map((id) => `Sentence ${id}.`),
    sections: ids.map(() => 'finalreport'),
    comparison_cues: ids.map(() => []),
    temporal_cues: ids.map(() => []),
    severity_cues: ids.map(() => []),
    texture_cues: ids.map(() => []),
    object_id: `${image}_${region}`,
    ...said,
  };
}

function completeRelationship(image: string, said: Json): Json {
  return relationshipOf({
    relationship_id: null,
    relationship_contexts: (said.relationship_names as string[]).map(() => 1),
    attributes: [],
    subject_id: `${image}_${said.bbox_name}`,
    ...said,
  });
}
