import { writeFileSync } from 'node:fs';
import { projectFile } from '../project.js';
import { generatedPages } from './pages.js';

// `npm run docs`
for (const [path, text] of Object.entries(await generatedPages())) writeFileSync(projectFile(path), text);
