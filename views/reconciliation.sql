-- reconciliation: Where lists, gold files and graphs differ, and where graphs are not as the dataset's page has them
-- grain: reason × split
-- rule: one row for every reason whose inputs were given, also when it counts 0; no row where an input is absent. n counts what
--   unit says: images, studies, relations of comparison, sentences, findings of a region of an image. Images of a study agree when
--   their attribute strings are the same, sentence by sentence. Parents are every ancestor of ontology; the last mention of a region
--   counts (region_findings), and of a finding in several categories any yes. unexplained is what no other reason covers. A rejected
--   graph is known by its file name, <image_id>_SceneGraph.json. Modifiers (severity, temporal, texture, laterality) are not compared
--   with the RDF file, whose nodes are of six categories
-- tie-break: none
-- source: rgrg skips listed images without a graph and users cannot find out why counts differ; the dataset page's numbers do not
--   match the files; compare the real release: 23 listed images without a graph, some 1,600 graphs in no list
-- columns:
--   reason: what is counted, see explanation
--   split: the list it is counted in; NULL where it concerns all
--   n_images: images
--   n_patients: patients of these, where known
--   explanation: the reason in words
--   n: how many of unit
--   unit: image, study, comparison, sentence or finding
with given as (
  select
    coalesce(bool_or(is_provided) filter (table_name = 'splits'), false) as has_splits,
    coalesce(bool_or(is_provided) filter (table_name = 'images_to_avoid'), false) as has_avoid,
    coalesce(bool_or(is_provided) filter (table_name = 'mimic_metadata'), false) as has_metadata,
    coalesce(bool_or(is_provided) filter (table_name = 'rdf_annotations'), false) as has_rdf,
    coalesce(bool_or(is_provided) filter (table_name = 'sentences'), false) as has_sentences,
    coalesce(bool_or(is_provided) filter (starts_with(table_name, 'gold_')), false) as has_gold
  from optional_inputs.provided
),
listed as (
  select image_id, min(patient_id) as patient_id, split
  from optional_inputs.splits_if_given
  group by all
),
avoided as (
  select image_id, min(patient_id) as patient_id
  from optional_inputs.images_to_avoid_if_given
  group by all
),
frontals as (
  select image_id, min(patient_id) as patient_id
  from optional_inputs.mimic_metadata_if_given
  where view_position in ('AP', 'PA')
  group by all
),
rejected as (
  select distinct regexp_extract(coalesce(member, source), '([^/]+)_SceneGraph\.json$', 1) as image_id
  from main.quarantine
  where json_pointer = ''
),
without_graph as (
  select listed.*, rejected.image_id is not null as is_rejected
  from listed
  anti join main.images using (image_id)
  left join rejected using (image_id)
),
unlisted as (
  select images.image_id, images.patient_id, avoided.image_id is not null as is_avoided
  from main.images
  anti join listed using (image_id)
  left join avoided using (image_id)
),
rdf_types as (
  from (values
    ('anatomicalfinding_annotation'), ('device_annotation'), ('disease_annotation'), ('nlp_annotation'),
    ('technicalassessment_annotation'), ('tubesandlines_annotation')
  ) as types (type)
),
rdf_shipped as (
  select distinct study_id,
    split_part(if(subject_type = 'location', object, subject), '|', 1) as label_name,
    split_part(if(subject_type = 'location', subject, object), '|', 1) as bbox_name,
    contains(relation, 'NOT') as is_denied
  from optional_inputs.rdf_annotations_if_given
  where least(subject_type, object_type) in (from rdf_types) and greatest(subject_type, object_type) = 'location'
    or greatest(subject_type, object_type) in (from rdf_types) and least(subject_type, object_type) = 'location'
),
rdf_own as (
  select distinct study_id, split_part(subject, '|', 1) as label_name, split_part(object, '|', 1) as bbox_name,
    contains(relation, 'NOT') as is_denied
  from main.rdf_edges
  where object_type = 'location' and subject_type in (from rdf_types) and study_id in (select study_id from optional_inputs.rdf_annotations_if_given)
),
rdf_differing as (
  select study_id from (from rdf_shipped except from rdf_own)
  union
  select study_id from (from rdf_own except from rdf_shipped)
),
graph_statements as (
  select image_id, study_id, patient_id,
    sum(hash(bbox_name, phrase_id, category_id, relation, label_name)::hugeint) as digest
  from main.object_attributes
  group by image_id, study_id, patient_id
),
disagreeing as (
  select study_id
  from main.images
  left join graph_statements using (image_id, study_id, patient_id)
  group by study_id
  having count(distinct coalesce(digest, 0)) > 1
),
graph_sentences as (
  select distinct study_id, sent_loc, image_id, patient_id
  from main.object_phrases
  where sent_loc is not null
),
last_mentions as (
  select image_id, patient_id, bbox_name, label_name, if(bool_or(last_mention = 'yes'), 'yes', 'no') as relation
  from main.region_findings
  where is_finding
  group by image_id, patient_id, bbox_name, label_name
),
implied as (
  select children.image_id, children.patient_id, parents.relation as parent_relation
  from last_mentions as children
  join main.ontology on kind = 'finding' and child = children.label_name
  left join last_mentions as parents
    on parents.image_id = children.image_id and parents.bbox_name = children.bbox_name
    and parents.label_name = ancestor
  where children.relation = 'yes' and parents.relation is distinct from 'yes'
),
observed as (
  select 'listed_without_graph' as reason, split, image_id, patient_id from without_graph where not is_rejected
  union all
  select 'listed_and_quarantined', split, image_id, patient_id from without_graph where is_rejected
  union all
  select 'graph_in_avoid_list_only', null, image_id, patient_id from unlisted where is_avoided
  union all
  select 'graph_in_no_list', null, image_id, patient_id from unlisted where not is_avoided
  union all
  select 'listed_to_avoid', split, image_id, listed.patient_id from listed semi join avoided using (image_id)
  union all
  select 'avoided_without_graph', null, image_id, patient_id from avoided anti join main.images using (image_id)
  union all
  select 'image_in_two_splits', null, image_id, patient_id
  from listed
  qualify count(*) over (partition by image_id) > 1
  union all
  select 'patient_in_two_splits', null, image_id, patient_id
  from listed
  qualify min(split) over (partition by patient_id) < max(split) over (partition by patient_id)
  union all
  select 'listed_under_other_patient', split, image_id, images.patient_id
  from listed
  join main.images using (image_id)
  where listed.patient_id <> images.patient_id
  union all
  select 'frontal_without_graph', null, image_id, patient_id from frontals anti join main.images using (image_id)
  union all
  select 'graph_not_in_metadata', null, image_id, patient_id
  from main.images
  anti join optional_inputs.mimic_metadata_if_given using (image_id)
  union all
  select 'rdf_differs', null, image_id, patient_id from main.images semi join rdf_differing using (study_id)
  union all
  select 'study_not_in_rdf', null, image_id, patient_id
  from main.images
  anti join optional_inputs.rdf_annotations_if_given using (study_id)
  union all
  select 'gold_without_graph', null, image_id, patient_id from main.evaluation_exams where not has_graph
  union all
  select 'gold_without_findings', null, image_id, patient_id
  from main.evaluation_exams
  anti join main.object_phrases using (image_id)
  where has_graph
  union all
  select 'boxes_not_36', null, image_id, patient_id
  from main.images
  left join main.objects using (image_id, study_id, patient_id)
  group by image_id, patient_id
  having count(object_index) <> 36
),
matched as (
  select image_id from main.images
  semi join (select image_id from listed union select image_id from avoided) as either using (image_id)
),
left_over as (
  select image_id from listed
  union
  select image_id from avoided
  union
  select image_id from main.images
  except
  select image_id from matched
  except
  select image_id from observed
),
observed_rows as (
  select reason, split, image_id, patient_id, image_id as thing from observed
  union all
  select 'unexplained', null, image_id, null, image_id from left_over
  union all
  select 'study_images_disagree', null, image_id, patient_id, study_id::varchar
  from main.images
  semi join disagreeing using (study_id)
  union all
  select 'comparison_without_previous', null, image_id, patient_id, concat_ws('/', image_id, relationship_index)
  from main.comparison_relations
  where previous_image_id is null or previous_image_id not in (select image_id from main.images)
  union all
  select 'sentence_not_listed', null, image_id, patient_id, concat_ws('|', study_id, sent_loc)
  from graph_sentences
  anti join optional_inputs.sentences_if_given as sentences using (study_id, sent_loc)
),
listed_sentences as (
  select study_id, sent_loc, patient_id,
    study_id in (select study_id from main.images) as has_graph
  from optional_inputs.sentences_if_given
),
counted as (
  select reason, split, count(distinct thing) as n, count(distinct image_id) as n_images,
    count(distinct patient_id) as n_patients
  from observed_rows
  group by reason, split
  union all
  select if(coalesce(has_graph, false), 'sentence_not_in_graph', 'sentence_of_study_without_graph'), null,
    count(*), 0, count(distinct patient_id)
  from listed_sentences
  anti join graph_sentences using (study_id, sent_loc)
  group by 1
  union all
  select if(parent_relation is null, 'child_without_parent', 'child_with_denied_parent'), null,
    count(*), count(distinct image_id), count(distinct patient_id)
  from implied
  group by 1
),
split_names as (
  select distinct split from optional_inputs.splits_if_given
),
reasons as (
  select * from given, (
    values
      ('listed_without_graph', true, 'in a split list, and no graph of it was found'),
      ('listed_and_quarantined', true, 'in a split list, and its graph was rejected: see quarantine'),
      ('graph_in_avoid_list_only', false, 'a graph in no split list, because it is of a gold patient: in images_to_avoid'),
      ('graph_in_no_list', false, 'a graph in no split list and not in images_to_avoid where that is given'),
      ('listed_to_avoid', true, 'in a split list and in images_to_avoid: a gold patient leaks'),
      ('avoided_without_graph', false, 'in images_to_avoid, and no graph of it was loaded'),
      ('image_in_two_splits', false, 'in the lists of two splits'),
      ('patient_in_two_splits', false, 'of a patient with images in two splits'),
      ('listed_under_other_patient', true, 'the list and the graph name different patients'),
      ('frontal_without_graph', false, 'AP or PA in the MIMIC-CXR metadata, and no graph of it was loaded'),
      ('graph_not_in_metadata', false, 'a graph whose image the MIMIC-CXR metadata do not have'),
      ('rdf_differs', false, 'of a study whose findings by location differ between the RDF file and rdf_edges'),
      ('study_not_in_rdf', false, 'of a study that the RDF file does not have'),
      ('unexplained', false, 'in a list or with a graph, and neither both nor any of the reasons'),
      ('gold_without_graph', false, 'in a gold file, and no graph of it was loaded: its annotations are missed'),
      ('gold_without_findings', false, 'in a gold file, and its graph describes no region'),
      ('boxes_not_36', false, 'the graph has other than 36 boxes: some are missing, or one is there twice'),
      ('study_images_disagree', false, 'the graphs of a study repeat its report, and do not say the same of it'),
      ('comparison_without_previous', false, 'the previous image has no graph here, or is not named'),
      ('sentence_of_study_without_graph', false, 'in the list of sentences, of a study without a graph'),
      ('sentence_not_in_graph', false, 'in the list of sentences, and no graph of the study says anything of it'),
      ('sentence_not_listed', false, 'in a graph, and not in the list of sentences'),
      ('child_without_parent', false, 'affirmed in a region that does not mention what it implies; the page promises parents'),
      ('child_with_denied_parent', false, 'affirmed in a region that denies what it implies')
  ) as known (reason, is_by_split, explanation)
  where case
    when reason in ('listed_to_avoid', 'graph_in_avoid_list_only') then has_splits and has_avoid
    when reason = 'avoided_without_graph' then has_avoid
    when reason in ('rdf_differs', 'study_not_in_rdf') then has_rdf
    when reason in ('frontal_without_graph', 'graph_not_in_metadata') then has_metadata
    when starts_with(reason, 'gold_') then has_gold
    when starts_with(reason, 'sentence_') then has_sentences
    when reason in ('boxes_not_36', 'study_images_disagree', 'comparison_without_previous') or starts_with(reason, 'child_')
      then true
    else has_splits
  end
),
units as (
  from (values
    ('study_images_disagree', 'study'), ('comparison_without_previous', 'comparison'), ('sentence_not_listed', 'sentence'),
    ('sentence_not_in_graph', 'sentence'), ('sentence_of_study_without_graph', 'sentence'),
    ('child_without_parent', 'finding'), ('child_with_denied_parent', 'finding')
  ) as units (reason, unit)
),
rows_due as (
  select reason, split_names.split, explanation
  from reasons
  left join split_names on is_by_split
)
select rows_due.reason, rows_due.split,
  coalesce(n_images, 0) as n_images,
  coalesce(n_patients, 0) as n_patients,
  explanation,
  coalesce(n, 0) as n,
  coalesce(units.unit, 'image') as unit
from rows_due
left join units using (reason)
left join counted on counted.reason = rows_due.reason and counted.split is not distinct from rows_due.split
