-- label_crosswalk: Which findings of the graphs stand for a label of CheXpert and NegBio
-- grain: report_label × category_id × label_name
-- rule: a label is affirmed where one of its findings is; a finding may stand for two labels. No Finding has no row: it is affirmed
--   where no other label but Support Devices is. Findings without a row stand for none. Written by `npm run docs` from etl/vocabulary
-- tie-break: none
-- source: by name and definition; the map of the papers that compare these labels is not public
-- columns:
--   report_label: label of CheXpert and NegBio
--   category_id, label_name
from (values
  ('Atelectasis', 'anatomicalfinding', 'atelectasis'),
  ('Atelectasis', 'anatomicalfinding', 'linear/patchy atelectasis'),
  ('Atelectasis', 'anatomicalfinding', 'lobar/segmental collapse'),
  ('Cardiomegaly', 'anatomicalfinding', 'enlarged cardiac silhouette'),
  ('Consolidation', 'anatomicalfinding', 'consolidation'),
  ('Edema', 'anatomicalfinding', 'pulmonary edema/hazy opacity'),
  ('Edema', 'anatomicalfinding', 'vascular congestion'),
  ('Enlarged Cardiomediastinum', 'anatomicalfinding', 'mediastinal widening'),
  ('Enlarged Cardiomediastinum', 'anatomicalfinding', 'superior mediastinal mass/enlargement'),
  ('Fracture', 'anatomicalfinding', 'rib fracture'),
  ('Fracture', 'anatomicalfinding', 'clavicle fracture'),
  ('Fracture', 'anatomicalfinding', 'spinal fracture'),
  ('Lung Lesion', 'anatomicalfinding', 'lung lesion'),
  ('Lung Lesion', 'anatomicalfinding', 'mass/nodule (not otherwise specified)'),
  ('Lung Lesion', 'anatomicalfinding', 'multiple masses/nodules'),
  ('Lung Lesion', 'anatomicalfinding', 'calcified nodule'),
  ('Lung Lesion', 'disease', 'lung cancer'),
  ('Lung Opacity', 'anatomicalfinding', 'lung opacity'),
  ('Lung Opacity', 'anatomicalfinding', 'airspace opacity'),
  ('Lung Opacity', 'anatomicalfinding', 'infiltration'),
  ('Pleural Effusion', 'anatomicalfinding', 'pleural effusion'),
  ('Pleural Effusion', 'anatomicalfinding', 'hydropneumothorax'),
  ('Pleural Other', 'anatomicalfinding', 'pleural/parenchymal scarring'),
  ('Pneumonia', 'disease', 'pneumonia'),
  ('Pneumothorax', 'anatomicalfinding', 'pneumothorax'),
  ('Pneumothorax', 'anatomicalfinding', 'hydropneumothorax'),
  ('Support Devices', 'tubesandlines', 'chest tube'),
  ('Support Devices', 'tubesandlines', 'mediastinal drain'),
  ('Support Devices', 'tubesandlines', 'pigtail catheter'),
  ('Support Devices', 'tubesandlines', 'endotracheal tube'),
  ('Support Devices', 'tubesandlines', 'tracheostomy tube'),
  ('Support Devices', 'tubesandlines', 'picc'),
  ('Support Devices', 'tubesandlines', 'ij line'),
  ('Support Devices', 'tubesandlines', 'chest port'),
  ('Support Devices', 'tubesandlines', 'subclavian line'),
  ('Support Devices', 'tubesandlines', 'swan-ganz catheter'),
  ('Support Devices', 'tubesandlines', 'intra-aortic balloon pump'),
  ('Support Devices', 'tubesandlines', 'enteric tube'),
  ('Support Devices', 'device', 'sternotomy wires'),
  ('Support Devices', 'device', 'cabg grafts'),
  ('Support Devices', 'device', 'aortic graft/repair'),
  ('Support Devices', 'device', 'prosthetic valve'),
  ('Support Devices', 'device', 'cardiac pacer and wires')
) as crosswalk (report_label, category_id, label_name)
