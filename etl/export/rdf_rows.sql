-- rdf_rows: The studies of a slice with the edges of their enriched RDF
-- one row per study with a chosen image and edge (rdf_edges), one with NULL for a study without; a study is in the slice of its first chosen image
with studies as (
  select study_id, patient_id, min(image_number) as place
  from chosen_images
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
  group by study_id, patient_id
  having arg_min(export_split, image_number) = getvariable('export_split')
),
edges as (
  select *
  from main.rdf_edges
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select distinct place, study_id, subject, subject_type, object, object_type, relation
from studies
left join edges using (study_id, patient_id)
order by place, study_id, relation, subject, subject_type, object, object_type
