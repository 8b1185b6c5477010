import { FORMAT, FORMAT_VERSION, MANIFEST } from '../../warehouse/layout.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type CheckResult, type Finding, resultOf } from '../finding.js';

/** The manifest of a folder, and what is wrong with its form. */
export interface ReadManifest {
  /** Undefined where it cannot be read as one. */
  readonly manifest: Manifest | undefined;
  readonly result: CheckResult;
}

/** A value of each kind that a manifest has, under its keys; of a list, what each element is like. */
const file = { path: '', bytes: 0, sha256: '' };
const form = {
  format: '',
  format_version: 0,
  created: '',
  build: { version: '', input_fingerprint: '', graphs: 0, with_text: true, is_synthetic: true },
  conservation: {
    graphs: { found: 0, loaded: 0, quarantined: 0, repeated: 0 },
    lines: { found: 0, loaded: 0, rejected: 0, header: 0, blank: 0, continuation: 0 },
    tables: [{ name: '', flattened: 0, parquet: 0, duckdb: 0 }],
  },
  inputs: [{ input: '', path: '', is_found: true }],
  tables: [{ name: '', kind: '', rows: 0, files: [{ ...file, rows: 0 }] }],
  others: [file],
};

/** Reads the text of manifest.json, byte by byte as a build writes it. */
export function readManifestText(text: string | undefined): ReadManifest {
  const findings: Finding[] = [];
  const add = (subject: string, expected: string, found: string) =>
    findings.push({ subject, expected, found });
  const manifest = parse(text);
  if (text === undefined) add(MANIFEST, 'a file', 'none that can be read');
  else if (manifest === undefined) add(MANIFEST, 'a JSON object', 'text that does not parse');
  else {
    findings.push(...unlike(manifest, form, ''));
    if (text !== `${JSON.stringify(manifest, null, 2)}\n`)
      add(MANIFEST, 'JSON as a build writes it', 'other blanks, escapes or repeated keys');
  }
  const isReadable = findings.length === 0;
  if (isReadable) findings.push(...unknownFormat(manifest as Manifest));
  return {
    manifest: isReadable ? (manifest as Manifest) : undefined,
    result: resultOf(
      {
        name: 'manifest_form',
        title: `What is no ${MANIFEST} of this version`,
        advice:
          'take the manifest that was published, or build the warehouse again; without it nothing but checksums can be verified',
      },
      findings,
    ),
  };
}

function parse(text: string | undefined): unknown {
  try {
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keys that are absent or of another kind. */
function unlike(value: unknown, like: unknown, key: string): Finding[] {
  const subject = `${MANIFEST} ${key}`.trimEnd();
  if (Array.isArray(like)) {
    if (!Array.isArray(value)) return [{ subject, expected: 'a list', found: kindOf(value) }];
    return value.flatMap((element, i) => unlike(element, like[0], `${key}[${i}]`));
  }
  if (typeof like === 'object' && like !== null) {
    if (kindOf(value) !== 'an object') return [{ subject, expected: 'an object', found: kindOf(value) }];
    const held = value as Record<string, unknown>;
    return Object.entries(like).flatMap(([name, each]) =>
      unlike(held[name], each, key === '' ? name : `${key}.${name}`),
    );
  }
  return kindOf(value) === kindOf(like) ? [] : [{ subject, expected: kindOf(like), found: kindOf(value) }];
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 ? 'a whole number' : 'a number';
  return (
    { string: 'text', boolean: 'true or false', object: 'an object' }[typeof value as string] ?? 'another'
  );
}

function unknownFormat({ format, format_version, created }: Manifest): Finding[] {
  const findings: Finding[] = [];
  const add = (key: string, expected: string, found: string) =>
    findings.push({ subject: `${MANIFEST} ${key}`, expected, found });
  if (format !== FORMAT) add('format', FORMAT, format);
  if (format_version !== FORMAT_VERSION)
    add(
      'format_version',
      `${FORMAT_VERSION}, which this version of imagenome checks`,
      String(format_version),
    );
  if (Number.isNaN(Date.parse(created)) || new Date(created).toISOString() !== created)
    add('created', 'a time such as 2026-01-31T12:00:00.000Z', created);
  return findings;
}
