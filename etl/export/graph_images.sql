-- graph_images: Images as nodes, and as edges from their study
-- one row per chosen image: columns of cohort, its path below the root of MIMIC-CXR-JPG, and its size in pixels where the metadata are given
select image as id, patient, place, study as source, image as target,
  viewpoint, age_decile, split, to_avoid, is_gold, image_width, image_height, jpg_path
from graph_chosen
