-- visual_genome_lines: A line of each file for some images of a slice, by the variables first_image and last_image
-- one row per chosen image: its object of image_data, objects, scene_graphs, attributes, relationships and region_descriptions; the last is NULL where
-- the image has none, as readers of the file expect at least one
with images as (
  select *
  from chosen
  where image_number between getvariable('first_image') and getvariable('last_image')
),
objects as (
  select image_number, object_id, x, y, w, h, name, synsets,
    format('{{"object_id":{},"x":{},"y":{},"w":{},"h":{},"names":[{}],"synsets":{}', object_id, x, y, w, h, name, synsets) as node
  from genome_objects
  join genome_regions using (bbox_name)
  where image_number between getvariable('first_image') and getvariable('last_image')
),
nodes as (
  select image_number,
    string_agg(node || '}', ',' order by object_id) as nodes,
    string_agg(node || ',"merged_object_ids":[]}', ',' order by object_id) as objects
  from objects
  group by image_number
),
described as (
  select image_number,
    string_agg(node || ',"attributes":' || to_json(attributes)::varchar || '}', ',' order by object_id) as attributes
  from objects
  join genome_attributes using (object_id)
  group by image_number
),
compared as (
  select subject.image_number, relationship_id,
    format('{{"relationship_id":{},"predicate":{},"synsets":{}', relationship_id, to_json(predicate)::varchar, to_json(relations.cuis)::varchar) as head,
    format(
      ',"subject":{{"object_id":{},"x":{},"y":{},"w":{},"h":{},"name":{},"synsets":{}}}',
      subject_id, subject.x, subject.y, subject.w, subject.h, subject.name, subject.synsets
    ) as subject,
    format(
      ',"object":{{"object_id":{},"x":{},"y":{},"w":{},"h":{},"name":{},"synsets":{},"image_id":{}}}}}',
      object.object_id, object.x, object.y, object.w, object.h, subject.name, subject.synsets, object.image_number
    ) as object,
    format(',"subject_id":{},"object_id":{}}}', subject_id, relations.object_id) as ids
  from genome_relationships as relations
  join objects as subject on subject.object_id = subject_id
  join genome_objects as object on object.object_id = relations.object_id
  where predicate <> ''
),
edges as (
  select image_number,
    string_agg(head || subject || object, ',' order by relationship_id) as relationships,
    string_agg(head || ids, ',' order by relationship_id) as edges
  from compared
  group by image_number
),
sentences as (
  select image_number,
    string_agg(
      format('{{"region_id":{},"image_id":{},"phrase":{},"x":{},"y":{},"width":{},"height":{}}}', region_id, image_number, to_json(phrase)::varchar, x, y, w, h),
      ',' order by region_id
    ) as regions
  from genome_descriptions
  join objects using (object_id)
  group by image_number
)
select json_object(
    'image_id', image_number,
    'url', jpg_path,
    'width', {{width}},
    'height', {{height}},
    'coco_id', null,
    'flickr_id', null,
    'dicom_id', image_id,
    'study_id', study_id,
    'patient_id', patient_id,
    'viewpoint', viewpoint,
    'split', export_split
  )::varchar as image_data,
  format('{{"image_id":{},"image_url":{},"objects":[{}]}}', image_number, to_json(jpg_path)::varchar, coalesce(objects, '')) as objects,
  format('{{"image_id":{},"objects":[{}],"relationships":[{}]}}', image_number, coalesce(nodes, ''), coalesce(edges, '')) as scene_graphs,
  format('{{"image_id":{},"image_url":{},"attributes":[{}]}}', image_number, to_json(jpg_path)::varchar, coalesce(attributes, '')) as attributes,
  format('{{"image_id":{},"relationships":[{}]}}', image_number, coalesce(relationships, '')) as relationships,
  format('{{"id":{},"regions":[{}]}}', image_number, regions) as region_descriptions
from images
left join nodes using (image_number)
left join described using (image_number)
left join edges using (image_number)
left join sentences using (image_number)
order by image_number
