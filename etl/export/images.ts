import type { ExportFormat } from './format.js';

/** The image files that a cohort needs, as a list of paths for rsync or wget. */
export const images: ExportFormat = {
  name: 'images',
  summary: 'paths of exactly the images that a cohort needs, to fetch no more',
  clients: 'rsync, wget',
  options: [
    {
      name: 'files',
      about: 'jpg: paths of MIMIC-CXR-JPG; dicom: those of MIMIC-CXR',
      words: ['jpg', 'dicom'],
      unless: 'jpg',
    },
  ],
  textUse: () => 'none',
  rule: ({ files }) =>
    `One line per chosen image: its path below the root of ${files === 'dicom' ? 'MIMIC-CXR' : 'MIMIC-CXR-JPG'}, ` +
    '`files/pNN/pPATIENT/sSTUDY/IMAGE`, where NN are the first two digits of the patient. Lines are sorted by patient, study and image, and no ' +
    'image is listed twice.',
  usage: ({ files }) => {
    const folder = files === 'dicom' ? 'mimic-cxr/2.1.0' : 'mimic-cxr-jpg/2.1.0';
    return `From a copy of yours, or from PhysioNet with the account that has access:

\`\`\`sh
rsync -a --files-from=LIST.txt /path/to/copy/ images/
wget --user NAME --ask-password -x -nH --cut-dirs=3 -c -i LIST.txt --base=https://physionet.org/files/${folder}/
\`\`\`

LIST.txt is the text file of this folder.`;
  },
  statements: () => ['images'],
  async write(run) {
    const path = run.values.files === 'dicom' ? 'dicom_path' : 'jpg_path';
    await run.textFile(`images${run.subset && `-${run.subset}`}.txt`, async (file) => {
      for await (const rows of run.rows(run.statement('images', { path }))) {
        await file.write(rows.map(([line]) => `${line}\n`).join(''));
        run.advance(rows.length);
      }
    });
  },
};
