select image_id, bbox_name, category_id, label_name, relation
from finding_cells(rule := 'last_mention_final')
where image_id = 'a1' and bbox_name = 'right lung' and label_name in ('hernia', 'atelectasis', 'pneumothorax')
order by category_id, label_name
