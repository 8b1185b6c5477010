import type { BuildInfo } from '../warehouse/manifest.js';
import { DATASET, PROJECT } from './source.js';
import { licenseOf } from './terms.js';

/** From what a warehouse was made, and by what, in the terms of PROV-O: a part of `croissant.json`. */
export function provenance(build: BuildInfo, created: Date): object {
  const input = inputOf(build);
  return {
    'prov:wasDerivedFrom': [input],
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:label': 'imagenome build',
      'prov:used': { '@id': input['@id'] },
      'prov:endedAtTime': created.toISOString(),
      'prov:wasAssociatedWith': {
        '@type': 'prov:SoftwareAgent',
        'prov:label': PROJECT,
        softwareVersion: build.version,
        softwareRequirements: `DuckDB ${build.duckdb_version}`,
      },
    },
  };
}

/** The release; a synthetic one is no version of the dataset, but has its form. */
function inputOf(build: BuildInfo) {
  const identifier = {
    '@type': 'PropertyValue',
    propertyID: 'sha256 over the scene graphs',
    value: build.input_fingerprint,
  };
  const dataset = { '@id': DATASET.doi, '@type': 'prov:Entity', 'prov:label': DATASET.title };
  if (!build.is_synthetic) {
    return { ...dataset, version: DATASET.version, url: DATASET.page, identifier };
  }
  return {
    '@id': `urn:sha256:${build.input_fingerprint}`,
    '@type': 'prov:Entity',
    'prov:label': 'synthetic release: nothing in it is real',
    version: DATASET.version,
    identifier,
    isBasedOn: dataset,
  };
}

/** What whoever holds the warehouse may do with it: a part of `croissant.json`. */
export function usageConditions(build: BuildInfo): { usageInfo: readonly object[] } {
  const { title, url } = licenseOf(build);
  const license = { '@type': 'CreativeWork', name: title, url };
  if (build.is_synthetic) {
    return { usageInfo: [license, term('0000004', 'No restriction')] };
  }
  const agreement = {
    '@type': 'CreativeWork',
    name: 'PhysioNet Credentialed Health Data Use Agreement 1.5.0',
    url: DATASET.agreement,
  };
  return {
    usageInfo: [
      license,
      agreement,
      term('0000042', 'General research use'),
      term('0000026', 'User-specific restriction: only who has been granted access to the dataset'),
    ],
  };
}

/** A term of the Data Use Ontology. */
function term(code: string, name: string): object {
  return { '@type': 'DefinedTerm', name, termCode: `DUO_${code}`, url: `duo:${code}` };
}
