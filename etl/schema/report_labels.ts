/** The fourteen labels of the CheXpert and the NegBio labeler. */
export const reportLabels = [
  ...['Atelectasis', 'Cardiomegaly', 'Consolidation', 'Edema', 'Enlarged Cardiomediastinum', 'Fracture'],
  ...['Lung Lesion', 'Lung Opacity', 'No Finding', 'Pleural Effusion', 'Pleural Other', 'Pneumonia'],
  ...['Pneumothorax', 'Support Devices'],
] as const;

/** Name of a column for a label. */
export const reportLabelColumn = (label: string) => label.toLowerCase().replaceAll(' ', '_');
