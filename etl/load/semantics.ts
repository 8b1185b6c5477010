import type { AddIssue } from '../diagnostics/issue.js';
import type { InputFileId } from '../discover/known_files.js';
import { fileOf, type Release } from '../discover/release.js';
import { readUtf8 } from '../text_tables/bytes.js';
import type { InputFacts } from '../warehouse/manifest.js';
import { attributeStrings, regionNames } from './name_lists.js';
import { type Ontology, readOntology } from './ontology_file.js';
import { Unreadable } from './unreadable.js';

/** The vocabulary that a release states in its `semantics/` folder; a part is undefined where its file is absent. */
export interface Semantics {
  /** Regions that the box pipeline detects, and regions that reports mention. */
  readonly detectable?: readonly string[] | undefined;
  readonly mentioned?: readonly string[] | undefined;
  /** `category|relation|label` strings. */
  readonly attributes?: readonly string[] | undefined;
  readonly ontology?: Ontology | undefined;
  /** The files, found or not. */
  readonly facts: readonly InputFacts[];
}

/** Largest file that can be a vocabulary, in bytes; that of the release has 165,547. */
const LARGEST = 2 ** 26;

/** Reads the `semantics/` files of a release; one that does not read is reported and left out. */
export async function readSemantics(release: Release, report: AddIssue): Promise<Semantics> {
  const facts: InputFacts[] = [];
  const read = async <T>(
    id: InputFileId,
    parse: (bytes: Buffer, name: string) => T,
    count: (value: T) => number,
  ) => {
    const { path, name } = fileOf(release, id);
    let value: T | undefined;
    if (path !== undefined) {
      try {
        value = parse(await bytesOf(path), name);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code && (error as NodeJS.ErrnoException).code !== 'EISDIR')
          throw error;
        report(
          'unreadable_input',
          name,
          error instanceof Unreadable ? error.message : 'expected a file, found a folder',
        );
      }
    }
    const rows = value === undefined ? null : count(value);
    facts.push({
      input: id,
      path: name,
      table: null,
      is_found: path !== undefined,
      rows,
      rejected: null,
      lines: null,
    });
    return value;
  };
  const length = (values: readonly string[]) => values.length;
  return {
    detectable: await read('detectable_regions', regionNames, length),
    mentioned: await read('mentioned_regions', regionNames, length),
    attributes: await read('attribute_relations', attributeStrings, length),
    ontology: await read(
      'ontology',
      (bytes, name) => readOntology(bytes, (code, detail) => report(code, name, detail)),
      ({ children }) => Object.keys(children ?? {}).length,
    ),
    facts,
  };
}

/** All bytes of a file, unpacked, as UTF-8. */
async function bytesOf(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const broken = (reason: string) => {
    throw new Unreadable(`expected a whole gzip file, found one that breaks off (${reason})`);
  };
  for await (const chunk of readUtf8(path, () => {}, broken)) {
    size += chunk.length;
    if (size > LARGEST) throw new Unreadable(`expected a vocabulary of at most ${LARGEST} bytes, found more`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
