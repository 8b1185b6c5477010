-- region_texts: What the report says of a region
-- grain: image × bbox_name with at least one sentence
-- rule: the sentences of all sections, white space normalized, each distinct text once; headers such as IMPRESSION: stay
-- tie-break: order of sent_loc (a number; NULL is least), then phrase_id; of equal texts the first stands
-- source: rgrg concatenates and de-duplicates so (users re-create it with a sentence splitter)
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   is_described: the region's own key says true in at least one entry; NULL where no entry has the key
--   n_phrases: distinct phrase_ids, repeated texts included
--   phrase_ids: their phrase_ids, in order
--   sentences: distinct texts, in order; NULL in a build without text
--   text: the sentences joined by a space; NULL in a build without text
with region_numbers as (
  select bbox_name, row_number() over (order by bbox_name)::integer as region_number
  from main.regions
),
entries as (
  select image_id, study_id, patient_id,
    {
      region_number: region_number,
      sent_loc: coalesce(sent_loc, '-infinity'::double),
      phrase_id: phrase_id,
      is_described: is_described
    } as mention,
    null as sentence
  from main.object_phrases
  join region_numbers using (bbox_name)
  union all
  select image_id, study_id, patient_id, null,
    {phrase_id: phrase_id, phrase: trim(regexp_replace(phrase, '\s+', ' ', 'g'))}
  from optional_inputs.phrases_if_given
),
gathered as (
  select image_id, study_id, patient_id,
    list_sort(list(mention) filter (mention is not null)) as mentions,
    list(sentence.phrase_id) filter (sentence is not null) as known_ids,
    list(sentence.phrase) filter (sentence is not null) as phrases
  from entries
  group by image_id, study_id, patient_id
),
regions as (
  select image_id, study_id, patient_id, mentions, known_ids, phrases,
    unnest(list_distinct(list_transform(mentions, lambda mention: mention.region_number))) as region_number
  from gathered
),
said as (
  select image_id, study_id, patient_id, bbox_name,
    list_filter(mentions, lambda mention: mention.region_number = region_number) as own_mentions,
    list_transform(own_mentions, lambda mention: mention.phrase_id) as ids,
    list_filter(ids, lambda id, i: not list_contains(ids[1:i - 1], id)) as phrase_ids,
    list_transform(phrase_ids, lambda id: phrases[list_position(known_ids, id)]) as texts,
    list_filter(texts, lambda text, i: text is not null and not list_contains(texts[1:i - 1], text)) as known_texts
  from regions
  join region_numbers using (region_number)
)
select image_id, study_id, patient_id, bbox_name,
  list_bool_or(list_transform(own_mentions, lambda mention: mention.is_described)) as is_described,
  len(phrase_ids)::bigint as n_phrases,
  phrase_ids,
  if(len(known_texts) > 0, known_texts, null) as sentences,
  array_to_string(sentences, ' ') as text
from said
