-- Reads every scene graph once, with the types of its fields given, and puts the graphs in warehouse order.
-- The dynamic key of an attributes[] entry ('right lung': true) is not read: see object_phrases.sql.
create table parsed.graphs as
select
  image_id, study_id, patient_id, viewpoint, gender, age_decile, reason_for_exam,
  "StudyOrder" as study_order, "StudyDateTime" as study_datetime,
  objects, attributes, relationships
from read_json(
  $input,
  format = 'unstructured',
  records = true,
  auto_detect = false,
  compression = 'uncompressed',
  hive_partitioning = false,
  maximum_object_size = 1048576,
  columns = {
    image_id: 'varchar',
    viewpoint: 'varchar',
    patient_id: 'integer',
    study_id: 'integer',
    gender: 'varchar',
    age_decile: 'varchar',
    reason_for_exam: 'varchar',
    "StudyOrder": 'integer',
    "StudyDateTime": 'varchar',
    objects: 'struct(
      object_id varchar, bbox_name varchar, synsets varchar[], name varchar,
      x1 integer, y1 integer, x2 integer, y2 integer, width integer, height integer,
      original_x1 integer, original_y1 integer, original_x2 integer, original_y2 integer,
      original_width integer, original_height integer
    )[]',
    attributes: 'struct(
      bbox_name varchar, object_id varchar, synsets varchar[], name varchar,
      attributes varchar[][], attributes_ids varchar[][],
      phrases varchar[], "phrase_IDs" varchar[], sections varchar[],
      comparison_cues varchar[][], temporal_cues varchar[][], severity_cues varchar[][], texture_cues varchar[][]
    )[]',
    relationships: 'struct(
      relationship_id varchar, predicate varchar, synsets varchar[], relationship_names varchar[],
      relationship_contexts double[], phrase varchar, attributes varchar[],
      bbox_name varchar, subject_id varchar, object_id varchar
    )[]'
  }
)
order by patient_id, study_order, study_id, image_id
