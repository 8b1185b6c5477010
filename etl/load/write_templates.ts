import { makeTemplates } from './template.js';

// Run by the build of the project.
await makeTemplates();
