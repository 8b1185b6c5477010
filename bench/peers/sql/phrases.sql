-- Distinct and sorted within each graph, so that the order of the graphs is kept and nothing is sorted as a whole.
with sentences as (
  select
    image_id, study_id, patient_id,
    unnest(list_sort(list_distinct(flatten(list_transform(attributes, lambda entry:
      list_transform(list_zip(entry."phrase_IDs", entry.sections, entry.phrases), lambda sentence: {
        'sent_loc': split_part(sentence[1], '|', 2)::double,
        'phrase_id': sentence[1],
        'section': sentence[2],
        'phrase': sentence[3]
      })
    ))))) as sentence
  from parsed.graphs
)
select
  image_id, study_id, patient_id,
  sentence.phrase_id, sentence.sent_loc, sentence.section, sentence.phrase
from sentences
