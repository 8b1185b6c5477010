import { dictionaryPage } from './dictionary_page.js';
import { withEmptyWarehouse } from './empty_warehouse.js';
import { viewsPage } from './views_page.js';

/** The generated pages, by their path in the project. */
export async function generatedPages(): Promise<Record<string, string>> {
  return {
    'docs/dictionary.md': dictionaryPage(),
    'docs/views.md': await withEmptyWarehouse(viewsPage),
  };
}
