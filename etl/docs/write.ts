import { writeFileSync } from 'node:fs';
import { projectFile } from '../project.js';
import { generatedPages } from './pages.js';

// `npm run docs`: twice, as the pages show what is in the view files that it writes
for (let round = 0; round < 2; round++) {
  for (const [path, text] of Object.entries(await generatedPages())) writeFileSync(projectFile(path), text);
}
