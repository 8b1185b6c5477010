-- Every graph as DuckDB's own JSON reader gives it; entries of attributes stay JSON, as one of their keys is named like the region
create table graphs as
from read_json(
  '{files}',
  format = 'unstructured',
  records = true,
  maximum_object_size = 100000000,
  columns = {
    image_id: 'varchar',
    viewpoint: 'varchar',
    patient_id: 'integer',
    study_id: 'integer',
    gender: 'varchar',
    age_decile: 'varchar',
    reason_for_exam: 'varchar',
    StudyOrder: 'integer',
    StudyDateTime: 'varchar',
    objects: 'struct(
      object_id varchar, bbox_name varchar, synsets varchar[], name varchar,
      x1 integer, y1 integer, x2 integer, y2 integer, width integer, height integer,
      original_x1 integer, original_y1 integer, original_x2 integer, original_y2 integer,
      original_width integer, original_height integer
    )[]',
    attributes: 'json[]',
    relationships: 'struct(
      relationship_id varchar, predicate varchar, synsets varchar[], relationship_names varchar[],
      relationship_contexts double[], phrase varchar, attributes varchar[], bbox_name varchar,
      subject_id varchar, object_id varchar
    )[]'
  }
)
