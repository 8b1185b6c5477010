select image_id, label_name from finding_cells() where relation is not null or label_name in ('abnormal', 'mild') order by all
