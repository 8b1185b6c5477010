select
  (select count(*) from chosen_regions(18)) as n_18,
  (select count(*) from chosen_regions(26)) as n_26,
  (select count(*) from chosen_regions(29)) as n_29,
  (select count(*) from chosen_regions(36)) as n_36,
  (select list(bbox_name order by bbox_name) from chosen_regions(36) where bbox_name not in (from chosen_regions(29))) as in_36_only,
  (select list(bbox_name order by bbox_name) from chosen_regions(29) where bbox_name not in (from chosen_regions(26))) as in_29_only,
  (select bool_or(bbox_name = 'neck') from chosen_regions(36)) as has_neck
