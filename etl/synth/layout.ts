import { join } from 'node:path';

/** Forms in which copies of the release lie on disk. */
export const layouts = ['root', 'wrapped', 'wget'] as const;

/** root: the folder is the release · wrapped: the folder of PhysioNet's archive within · wget: the tree of a recursive download. */
export type Layout = (typeof layouts)[number];

interface Places {
  /** Folder of the release, and that of MIMIC-CXR-JPG. */
  readonly release: string;
  readonly mimic: string;
}

const places: Readonly<Record<Layout, Places>> = {
  root: { release: '.', mimic: 'mimic-cxr-jpg' },
  wrapped: { release: 'chest-imagenome-dataset-1.0.0', mimic: 'mimic-cxr-jpg' },
  wget: {
    release: 'physionet.org/files/chest-imagenome/1.0.0',
    mimic: 'physionet.org/files/mimic-cxr-jpg/2.0.0',
  },
};

/** Where a release and its MIMIC-CXR-JPG lists go within a folder. */
export function placesIn(folder: string, layout: Layout): Places {
  return { release: join(folder, places[layout].release), mimic: join(folder, places[layout].mimic) };
}

/** Pages that a recursive download leaves, by their path within the release. */
export const indexPages = [
  '',
  'gold_dataset/',
  'semantics/',
  'silver_dataset/',
  'silver_dataset/splits/',
  'utils/',
].map((folder) => `${folder}index.html`);

/** Text of such a page. */
export const indexPage =
  '<html>\n<head><title>Index of files</title></head>\n<body>Synthetic.</body>\n</html>\n';
