-- finding_matrix: The region × finding matrix, one column per finding
-- grain: image × region, for every image and chosen region, described or not
-- rule: regions is 18 (AnaXNet), 26 (gold), 29 (published) or 36 (all with boxes). relation by rule: last_mention,
--   last_mention_final, any_yes (yes if any sentence affirms) or state (yes, no, conflict); NULL is not mentioned, which is
--   no denial. The columns are the 75 documented findings (is_finding); finding_cells has what else the data hold,
--   region_abnormalities the verdicts. Written by `npm run docs` from the vocabulary
-- tie-break: those of region_findings; where two categories share a name, yes before no before conflict
-- source: AnaXNet 18 × 9, MedVQA, M3/M4 29 × 69
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   lung opacity: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   airspace opacity: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   consolidation: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   infiltration: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   atelectasis: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   linear/patchy atelectasis: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   lobar/segmental collapse: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   pulmonary edema/hazy opacity: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   vascular congestion: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   vascular redistribution: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   increased reticular markings/ild pattern: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   pleural effusion: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   costophrenic angle blunting: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   pleural/parenchymal scarring: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   bronchiectasis: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   enlarged cardiac silhouette: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   mediastinal displacement: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   mediastinal widening: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   enlarged hilum: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   tortuous aorta: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   vascular calcification: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   pneumomediastinum: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   pneumothorax: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   hydropneumothorax: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   lung lesion: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   mass/nodule (not otherwise specified): anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   multiple masses/nodules: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   calcified nodule: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   superior mediastinal mass/enlargement: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   rib fracture: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   clavicle fracture: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   spinal fracture: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   hyperaeration: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   cyst/bullae: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   elevated hemidiaphragm: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   diaphragmatic eventration (benign): anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   sub-diaphragmatic air: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   subcutaneous air: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   hernia: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   scoliosis: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   spinal degenerative changes: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   shoulder osteoarthritis: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   bone lesion: anatomicalfinding: yes, no, conflict (rule state only), or NULL: not mentioned
--   pneumonia: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   fluid overload/heart failure: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   copd/emphysema: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   granulomatous disease: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   interstitial lung disease: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   goiter: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   lung cancer: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   aspiration: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   alveolar hemorrhage: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   pericardial effusion: disease: yes, no, conflict (rule state only), or NULL: not mentioned
--   low lung volumes: technicalassessment: yes, no, conflict (rule state only), or NULL: not mentioned
--   rotated: technicalassessment: yes, no, conflict (rule state only), or NULL: not mentioned
--   artifact: technicalassessment: yes, no, conflict (rule state only), or NULL: not mentioned
--   breast/nipple shadows: technicalassessment: yes, no, conflict (rule state only), or NULL: not mentioned
--   skin fold: technicalassessment: yes, no, conflict (rule state only), or NULL: not mentioned
--   chest tube: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   mediastinal drain: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   pigtail catheter: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   endotracheal tube: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   tracheostomy tube: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   picc: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   ij line: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   chest port: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   subclavian line: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   swan-ganz catheter: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   intra-aortic balloon pump: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   enteric tube: tubesandlines: yes, no, conflict (rule state only), or NULL: not mentioned
--   sternotomy wires: device: yes, no, conflict (rule state only), or NULL: not mentioned
--   cabg grafts: device: yes, no, conflict (rule state only), or NULL: not mentioned
--   aortic graft/repair: device: yes, no, conflict (rule state only), or NULL: not mentioned
--   prosthetic valve: device: yes, no, conflict (rule state only), or NULL: not mentioned
--   cardiac pacer and wires: device: yes, no, conflict (rule state only), or NULL: not mentioned
create macro main.finding_matrix(regions := 29, rule := 'last_mention') as table
select image_id, study_id, patient_id, bbox_name,
  max(relation) filter (label_name = 'lung opacity') as "lung opacity",
  max(relation) filter (label_name = 'airspace opacity') as "airspace opacity",
  max(relation) filter (label_name = 'consolidation') as "consolidation",
  max(relation) filter (label_name = 'infiltration') as "infiltration",
  max(relation) filter (label_name = 'atelectasis') as "atelectasis",
  max(relation) filter (label_name = 'linear/patchy atelectasis') as "linear/patchy atelectasis",
  max(relation) filter (label_name = 'lobar/segmental collapse') as "lobar/segmental collapse",
  max(relation) filter (label_name = 'pulmonary edema/hazy opacity') as "pulmonary edema/hazy opacity",
  max(relation) filter (label_name = 'vascular congestion') as "vascular congestion",
  max(relation) filter (label_name = 'vascular redistribution') as "vascular redistribution",
  max(relation) filter (label_name = 'increased reticular markings/ild pattern') as "increased reticular markings/ild pattern",
  max(relation) filter (label_name = 'pleural effusion') as "pleural effusion",
  max(relation) filter (label_name = 'costophrenic angle blunting') as "costophrenic angle blunting",
  max(relation) filter (label_name = 'pleural/parenchymal scarring') as "pleural/parenchymal scarring",
  max(relation) filter (label_name = 'bronchiectasis') as "bronchiectasis",
  max(relation) filter (label_name = 'enlarged cardiac silhouette') as "enlarged cardiac silhouette",
  max(relation) filter (label_name = 'mediastinal displacement') as "mediastinal displacement",
  max(relation) filter (label_name = 'mediastinal widening') as "mediastinal widening",
  max(relation) filter (label_name = 'enlarged hilum') as "enlarged hilum",
  max(relation) filter (label_name = 'tortuous aorta') as "tortuous aorta",
  max(relation) filter (label_name = 'vascular calcification') as "vascular calcification",
  max(relation) filter (label_name = 'pneumomediastinum') as "pneumomediastinum",
  max(relation) filter (label_name = 'pneumothorax') as "pneumothorax",
  max(relation) filter (label_name = 'hydropneumothorax') as "hydropneumothorax",
  max(relation) filter (label_name = 'lung lesion') as "lung lesion",
  max(relation) filter (label_name = 'mass/nodule (not otherwise specified)') as "mass/nodule (not otherwise specified)",
  max(relation) filter (label_name = 'multiple masses/nodules') as "multiple masses/nodules",
  max(relation) filter (label_name = 'calcified nodule') as "calcified nodule",
  max(relation) filter (label_name = 'superior mediastinal mass/enlargement') as "superior mediastinal mass/enlargement",
  max(relation) filter (label_name = 'rib fracture') as "rib fracture",
  max(relation) filter (label_name = 'clavicle fracture') as "clavicle fracture",
  max(relation) filter (label_name = 'spinal fracture') as "spinal fracture",
  max(relation) filter (label_name = 'hyperaeration') as "hyperaeration",
  max(relation) filter (label_name = 'cyst/bullae') as "cyst/bullae",
  max(relation) filter (label_name = 'elevated hemidiaphragm') as "elevated hemidiaphragm",
  max(relation) filter (label_name = 'diaphragmatic eventration (benign)') as "diaphragmatic eventration (benign)",
  max(relation) filter (label_name = 'sub-diaphragmatic air') as "sub-diaphragmatic air",
  max(relation) filter (label_name = 'subcutaneous air') as "subcutaneous air",
  max(relation) filter (label_name = 'hernia') as "hernia",
  max(relation) filter (label_name = 'scoliosis') as "scoliosis",
  max(relation) filter (label_name = 'spinal degenerative changes') as "spinal degenerative changes",
  max(relation) filter (label_name = 'shoulder osteoarthritis') as "shoulder osteoarthritis",
  max(relation) filter (label_name = 'bone lesion') as "bone lesion",
  max(relation) filter (label_name = 'pneumonia') as "pneumonia",
  max(relation) filter (label_name = 'fluid overload/heart failure') as "fluid overload/heart failure",
  max(relation) filter (label_name = 'copd/emphysema') as "copd/emphysema",
  max(relation) filter (label_name = 'granulomatous disease') as "granulomatous disease",
  max(relation) filter (label_name = 'interstitial lung disease') as "interstitial lung disease",
  max(relation) filter (label_name = 'goiter') as "goiter",
  max(relation) filter (label_name = 'lung cancer') as "lung cancer",
  max(relation) filter (label_name = 'aspiration') as "aspiration",
  max(relation) filter (label_name = 'alveolar hemorrhage') as "alveolar hemorrhage",
  max(relation) filter (label_name = 'pericardial effusion') as "pericardial effusion",
  max(relation) filter (label_name = 'low lung volumes') as "low lung volumes",
  max(relation) filter (label_name = 'rotated') as "rotated",
  max(relation) filter (label_name = 'artifact') as "artifact",
  max(relation) filter (label_name = 'breast/nipple shadows') as "breast/nipple shadows",
  max(relation) filter (label_name = 'skin fold') as "skin fold",
  max(relation) filter (label_name = 'chest tube') as "chest tube",
  max(relation) filter (label_name = 'mediastinal drain') as "mediastinal drain",
  max(relation) filter (label_name = 'pigtail catheter') as "pigtail catheter",
  max(relation) filter (label_name = 'endotracheal tube') as "endotracheal tube",
  max(relation) filter (label_name = 'tracheostomy tube') as "tracheostomy tube",
  max(relation) filter (label_name = 'picc') as "picc",
  max(relation) filter (label_name = 'ij line') as "ij line",
  max(relation) filter (label_name = 'chest port') as "chest port",
  max(relation) filter (label_name = 'subclavian line') as "subclavian line",
  max(relation) filter (label_name = 'swan-ganz catheter') as "swan-ganz catheter",
  max(relation) filter (label_name = 'intra-aortic balloon pump') as "intra-aortic balloon pump",
  max(relation) filter (label_name = 'enteric tube') as "enteric tube",
  max(relation) filter (label_name = 'sternotomy wires') as "sternotomy wires",
  max(relation) filter (label_name = 'cabg grafts') as "cabg grafts",
  max(relation) filter (label_name = 'aortic graft/repair') as "aortic graft/repair",
  max(relation) filter (label_name = 'prosthetic valve') as "prosthetic valve",
  max(relation) filter (label_name = 'cardiac pacer and wires') as "cardiac pacer and wires"
from main.images
cross join chosen_regions(regions)
left join region_findings_by(rule) using (image_id, study_id, patient_id, bbox_name)
group by image_id, study_id, patient_id, bbox_name
