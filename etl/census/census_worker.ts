import type { GraphReader } from '../discover/graph_reader.js';
import type { GraphRef, InputLocation } from '../discover/input.js';
import { openReader } from '../discover/reader.js';
import { serve } from '../workers/serve.js';
import { type Survey, surveyGraphs } from './survey.js';

/** What census workers can be asked; all tasks of a pool are about one input. */
export type CensusTasks = {
  survey(task: { readonly location: InputLocation; readonly refs: readonly GraphRef[] }): Survey;
};

let reader: GraphReader | undefined;

serve<CensusTasks>({
  survey: ({ location, refs }) => {
    reader ??= openReader(location);
    return { answer: surveyGraphs(reader, refs) };
  },
});
