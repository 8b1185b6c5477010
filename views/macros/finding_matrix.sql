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
with findings as (
  select image_id, study_id, patient_id, bbox_name, label_names, relations,
    if(
      len(label_names) > list_unique(label_names),
      list_reverse_sort(list_transform(relations, lambda relation, place:
        {relation: coalesce(relation, ''), label_name: label_names[place]})),
      null
    ) as sorted
  from region_finding_lists(regions, rule)
),
ordered as (
  select image_id, study_id, patient_id, bbox_name,
    if(sorted is null, label_names, list_transform(sorted, lambda finding: finding.label_name)) as label_names,
    if(sorted is null, relations, list_transform(sorted, lambda finding: nullif(finding.relation, ''))) as relations
  from findings
)
select image_id, study_id, patient_id, bbox_name,
  relations[list_position(label_names, 'lung opacity')] as "lung opacity",
  relations[list_position(label_names, 'airspace opacity')] as "airspace opacity",
  relations[list_position(label_names, 'consolidation')] as "consolidation",
  relations[list_position(label_names, 'infiltration')] as "infiltration",
  relations[list_position(label_names, 'atelectasis')] as "atelectasis",
  relations[list_position(label_names, 'linear/patchy atelectasis')] as "linear/patchy atelectasis",
  relations[list_position(label_names, 'lobar/segmental collapse')] as "lobar/segmental collapse",
  relations[list_position(label_names, 'pulmonary edema/hazy opacity')] as "pulmonary edema/hazy opacity",
  relations[list_position(label_names, 'vascular congestion')] as "vascular congestion",
  relations[list_position(label_names, 'vascular redistribution')] as "vascular redistribution",
  relations[list_position(label_names, 'increased reticular markings/ild pattern')] as "increased reticular markings/ild pattern",
  relations[list_position(label_names, 'pleural effusion')] as "pleural effusion",
  relations[list_position(label_names, 'costophrenic angle blunting')] as "costophrenic angle blunting",
  relations[list_position(label_names, 'pleural/parenchymal scarring')] as "pleural/parenchymal scarring",
  relations[list_position(label_names, 'bronchiectasis')] as "bronchiectasis",
  relations[list_position(label_names, 'enlarged cardiac silhouette')] as "enlarged cardiac silhouette",
  relations[list_position(label_names, 'mediastinal displacement')] as "mediastinal displacement",
  relations[list_position(label_names, 'mediastinal widening')] as "mediastinal widening",
  relations[list_position(label_names, 'enlarged hilum')] as "enlarged hilum",
  relations[list_position(label_names, 'tortuous aorta')] as "tortuous aorta",
  relations[list_position(label_names, 'vascular calcification')] as "vascular calcification",
  relations[list_position(label_names, 'pneumomediastinum')] as "pneumomediastinum",
  relations[list_position(label_names, 'pneumothorax')] as "pneumothorax",
  relations[list_position(label_names, 'hydropneumothorax')] as "hydropneumothorax",
  relations[list_position(label_names, 'lung lesion')] as "lung lesion",
  relations[list_position(label_names, 'mass/nodule (not otherwise specified)')] as "mass/nodule (not otherwise specified)",
  relations[list_position(label_names, 'multiple masses/nodules')] as "multiple masses/nodules",
  relations[list_position(label_names, 'calcified nodule')] as "calcified nodule",
  relations[list_position(label_names, 'superior mediastinal mass/enlargement')] as "superior mediastinal mass/enlargement",
  relations[list_position(label_names, 'rib fracture')] as "rib fracture",
  relations[list_position(label_names, 'clavicle fracture')] as "clavicle fracture",
  relations[list_position(label_names, 'spinal fracture')] as "spinal fracture",
  relations[list_position(label_names, 'hyperaeration')] as "hyperaeration",
  relations[list_position(label_names, 'cyst/bullae')] as "cyst/bullae",
  relations[list_position(label_names, 'elevated hemidiaphragm')] as "elevated hemidiaphragm",
  relations[list_position(label_names, 'diaphragmatic eventration (benign)')] as "diaphragmatic eventration (benign)",
  relations[list_position(label_names, 'sub-diaphragmatic air')] as "sub-diaphragmatic air",
  relations[list_position(label_names, 'subcutaneous air')] as "subcutaneous air",
  relations[list_position(label_names, 'hernia')] as "hernia",
  relations[list_position(label_names, 'scoliosis')] as "scoliosis",
  relations[list_position(label_names, 'spinal degenerative changes')] as "spinal degenerative changes",
  relations[list_position(label_names, 'shoulder osteoarthritis')] as "shoulder osteoarthritis",
  relations[list_position(label_names, 'bone lesion')] as "bone lesion",
  relations[list_position(label_names, 'pneumonia')] as "pneumonia",
  relations[list_position(label_names, 'fluid overload/heart failure')] as "fluid overload/heart failure",
  relations[list_position(label_names, 'copd/emphysema')] as "copd/emphysema",
  relations[list_position(label_names, 'granulomatous disease')] as "granulomatous disease",
  relations[list_position(label_names, 'interstitial lung disease')] as "interstitial lung disease",
  relations[list_position(label_names, 'goiter')] as "goiter",
  relations[list_position(label_names, 'lung cancer')] as "lung cancer",
  relations[list_position(label_names, 'aspiration')] as "aspiration",
  relations[list_position(label_names, 'alveolar hemorrhage')] as "alveolar hemorrhage",
  relations[list_position(label_names, 'pericardial effusion')] as "pericardial effusion",
  relations[list_position(label_names, 'low lung volumes')] as "low lung volumes",
  relations[list_position(label_names, 'rotated')] as "rotated",
  relations[list_position(label_names, 'artifact')] as "artifact",
  relations[list_position(label_names, 'breast/nipple shadows')] as "breast/nipple shadows",
  relations[list_position(label_names, 'skin fold')] as "skin fold",
  relations[list_position(label_names, 'chest tube')] as "chest tube",
  relations[list_position(label_names, 'mediastinal drain')] as "mediastinal drain",
  relations[list_position(label_names, 'pigtail catheter')] as "pigtail catheter",
  relations[list_position(label_names, 'endotracheal tube')] as "endotracheal tube",
  relations[list_position(label_names, 'tracheostomy tube')] as "tracheostomy tube",
  relations[list_position(label_names, 'picc')] as "picc",
  relations[list_position(label_names, 'ij line')] as "ij line",
  relations[list_position(label_names, 'chest port')] as "chest port",
  relations[list_position(label_names, 'subclavian line')] as "subclavian line",
  relations[list_position(label_names, 'swan-ganz catheter')] as "swan-ganz catheter",
  relations[list_position(label_names, 'intra-aortic balloon pump')] as "intra-aortic balloon pump",
  relations[list_position(label_names, 'enteric tube')] as "enteric tube",
  relations[list_position(label_names, 'sternotomy wires')] as "sternotomy wires",
  relations[list_position(label_names, 'cabg grafts')] as "cabg grafts",
  relations[list_position(label_names, 'aortic graft/repair')] as "aortic graft/repair",
  relations[list_position(label_names, 'prosthetic valve')] as "prosthetic valve",
  relations[list_position(label_names, 'cardiac pacer and wires')] as "cardiac pacer and wires"
from ordered
