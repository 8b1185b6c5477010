/** A kind of finding and how often it is the one that is affirmed. */
export interface Weighted {
  readonly label: string;
  readonly weight: number;
}

/** Regions that one sentence describes together, and what it may say of them. */
export interface Area {
  readonly regions: readonly string[];
  /** Probability that something is affirmed. */
  readonly abnormal: number;
  readonly yes: readonly Weighted[];
  /** What a normal sentence denies. */
  readonly no: readonly string[];
}

function weights(text: string): Weighted[] {
  return text.split(';').map((part) => {
    const at = part.lastIndexOf(' ');
    return { label: part.slice(0, at).trim(), weight: Number(part.slice(at)) };
  });
}

function both(name: string): string[] {
  return [`right ${name}`, `left ${name}`];
}

const zoneFindings = weights(
  'atelectasis 26; lung opacity 20; consolidation 9; pneumonia 10; infiltration 4; linear/patchy atelectasis 8; ' +
    'lobar/segmental collapse 3; airspace opacity 4; mass/nodule (not otherwise specified) 5; calcified nodule 2; ' +
    'pleural/parenchymal scarring 3; aspiration 3; lung lesion 1; cyst/bullae 0.7; granulomatous disease 1',
);
const zone = (name: string): Area => ({
  regions: both(name),
  abnormal: 0.86,
  yes: zoneFindings,
  no: ['consolidation', 'lung opacity'],
});

/** Zones of the lungs: their findings are findings of the lung, too. */
export const zones: readonly Area[] = [
  zone('lower lung zone'),
  zone('mid lung zone'),
  zone('upper lung zone'),
  zone('apical zone'),
];

/** The lungs as a whole. */
export const lungs: Area = {
  regions: both('lung'),
  abnormal: 0.46,
  yes: weights(
    'low lung volumes 14; atelectasis 3; consolidation 1; pneumonia 2; mass/nodule (not otherwise specified) 1;' +
      ' pulmonary edema/hazy opacity 12; vascular congestion 10; lung opacity 8; ' +
      'fluid overload/heart failure 6; increased reticular markings/ild pattern 5; copd/emphysema 5; hyperaeration 5; ' +
      'pleural/parenchymal scarring 3; interstitial lung disease 2; vascular redistribution 2; bronchiectasis 1; ' +
      'multiple masses/nodules 1.5; granulomatous disease 1; alveolar hemorrhage 0.4; lung cancer 0.8; aspiration 2; ' +
      'rotated 1.5; skin fold 0.4; artifact 0.4; chest tube 2; pigtail catheter 0.5; hydropneumothorax 0.5',
  ),
  no: ['lung opacity', 'consolidation', 'pulmonary edema/hazy opacity', 'vascular congestion', 'pneumonia'],
};

/** Heart, mediastinum and hila: one sentence says what is normal of them. */
export const heartAndVessels: readonly Area[] = [
  {
    regions: ['cardiac silhouette'],
    abnormal: 0.5,
    yes: weights(
      'enlarged cardiac silhouette 30; cardiac pacer and wires 6; cabg grafts 3; prosthetic valve 1.5; ' +
        'pericardial effusion 1; intra-aortic balloon pump 0.6; fluid overload/heart failure 3',
    ),
    no: ['enlarged cardiac silhouette'],
  },
  {
    regions: ['mediastinum', 'upper mediastinum'],
    abnormal: 0.42,
    yes: weights(
      'sternotomy wires 5; mediastinal widening 4; mediastinal displacement 2; enteric tube 6; pneumomediastinum 0.8; ' +
        'mediastinal drain 0.8; superior mediastinal mass/enlargement 1; hernia 1.5; goiter 0.6; cabg grafts 1; ' +
        'enlarged cardiac silhouette 6; vascular congestion 3; endotracheal tube 3; swan-ganz catheter 1',
    ),
    no: ['mediastinal widening', 'enlarged cardiac silhouette'],
  },
  {
    regions: both('hilar structures'),
    abnormal: 0.32,
    yes: weights(
      'vascular congestion 6; enlarged hilum 3; lung opacity 4; pulmonary edema/hazy opacity 4; calcified nodule 1; ' +
        'mass/nodule (not otherwise specified) 1; vascular redistribution 1',
    ),
    no: ['enlarged hilum', 'vascular congestion'],
  },
  {
    regions: ['aortic arch'],
    abnormal: 0.92,
    yes: weights('tortuous aorta 6; vascular calcification 6; aortic graft/repair 0.5'),
    no: ['tortuous aorta'],
  },
];

/** Areas that have sentences of their own. */
export const others: readonly Area[] = [
  {
    regions: ['trachea', 'carina'],
    abnormal: 0.8,
    yes: weights('endotracheal tube 10; tracheostomy tube 2; mediastinal displacement 1; goiter 0.4'),
    no: ['mediastinal displacement'],
  },
  {
    regions: ['svc', 'cavoatrial junction', 'right atrium'],
    abnormal: 0.97,
    yes: weights('picc 8; ij line 7; chest port 4; subclavian line 3; swan-ganz catheter 1.5'),
    no: ['picc'],
  },
  {
    regions: ['neck'],
    abnormal: 0.7,
    yes: weights('ij line 5; endotracheal tube 4; enteric tube 3; subcutaneous air 1; goiter 0.6'),
    no: ['subcutaneous air'],
  },
  {
    regions: both('chest wall'),
    abnormal: 0.7,
    yes: weights(
      'picc 6; chest port 5; cardiac pacer and wires 7; rib fracture 5; subcutaneous air 2; subclavian line 3',
    ),
    no: ['rib fracture', 'subcutaneous air'],
  },
  {
    regions: both('hemidiaphragm'),
    abnormal: 0.55,
    yes: weights(
      'elevated hemidiaphragm 8; diaphragmatic eventration (benign) 0.7; sub-diaphragmatic air 0.6; atelectasis 4',
    ),
    no: ['sub-diaphragmatic air', 'elevated hemidiaphragm'],
  },
  {
    regions: ['abdomen'],
    abnormal: 0.72,
    yes: weights('enteric tube 14; sub-diaphragmatic air 0.8; hernia 1.5'),
    no: ['sub-diaphragmatic air'],
  },
  {
    regions: ['spine'],
    abnormal: 0.6,
    yes: weights('spinal degenerative changes 7; scoliosis 4; spinal fracture 2; bone lesion 0.5'),
    no: ['spinal fracture', 'bone lesion'],
  },
  {
    regions: both('clavicle'),
    abnormal: 0.6,
    yes: weights('clavicle fracture 2; subclavian line 4; picc 4; bone lesion 0.5'),
    no: ['clavicle fracture', 'bone lesion'],
  },
  {
    regions: both('shoulder'),
    abnormal: 0.6,
    yes: weights('shoulder osteoarthritis 5; bone lesion 1'),
    no: ['bone lesion'],
  },
  { regions: both('arm'), abnormal: 0.8, yes: weights('picc 5; bone lesion 1'), no: ['bone lesion'] },
  {
    regions: both('breast'),
    abnormal: 0.9,
    yes: weights('breast/nipple shadows 5; skin fold 1'),
    no: ['breast/nipple shadows'],
  },
  { regions: ['unknown'], abnormal: 0.9, yes: weights('artifact 2; rotated 2; picc 1'), no: ['artifact'] },
];
