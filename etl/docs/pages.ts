import { assumptionsPage } from '../census/page.js';
import { dictionaryPage } from './dictionary_page.js';
import { withEmptyWarehouse } from './empty_warehouse.js';
import { findingMatrixFile } from './finding_matrix_file.js';
import { labelCrosswalkFile } from './label_crosswalk_file.js';
import { publishedCountsFile } from './published_counts_file.js';
import { viewsPage } from './views_page.js';

/** The generated pages and files, by their path in the project; a view file comes before the page that reads it. */
export async function generatedPages(): Promise<Record<string, string>> {
  return {
    'views/macros/finding_matrix.sql': findingMatrixFile(),
    'views/label_crosswalk.sql': labelCrosswalkFile(),
    'views/published_counts.sql': publishedCountsFile(),
    'docs/assumptions.md': assumptionsPage(),
    'docs/dictionary.md': dictionaryPage(),
    'docs/views.md': await withEmptyWarehouse(viewsPage),
  };
}
