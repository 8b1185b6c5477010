/** What IRIs of this export begin with. */
export const namespace = 'urn:chest-imagenome:';

/** IRIs of SKOS begin with this. */
export const skos = 'http://www.w3.org/2004/02/skos/core#';

/** IRIs of UMLS concepts begin with this. */
export const umls = 'https://identifiers.org/umls:';

/** An IRI of this export; each part is escaped. */
export const iriOf = (...parts: readonly (string | number)[]): string =>
  namespace + parts.map((part) => encodeURIComponent(part)).join(':');

/** A node `name|CUI;;CUI` of the enriched RDF. */
export function partsOf(node: string): { name: string; cuis: readonly string[] } {
  const bar = node.lastIndexOf('|');
  if (bar < 0) return { name: node, cuis: [] };
  return {
    name: node.slice(0, bar),
    cuis: node
      .slice(bar + 1)
      .split(';;')
      .filter(Boolean),
  };
}
