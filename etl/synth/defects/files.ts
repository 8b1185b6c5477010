import type { NameIn } from './table.js';

const DEEP = 20_000;
/** One byte more than a reader has to take for a graph. */
const HUGE = 64 * 2 ** 20 + 1;

const nested = '['.repeat(DEEP) + ']'.repeat(DEEP);

/** The bytes of a faulty file, from the text of its graph. */
export const fileFaults: Record<NameIn<'files'>, (text: string) => Buffer> = {
  empty_file: () => Buffer.alloc(0),
  blank_file: () => Buffer.from(' \n\n'),
  truncated_file: (text) => Buffer.from(text.slice(0, Math.floor(text.length * 0.6))),
  web_page: () => Buffer.from('<!DOCTYPE html>\n<title>503 Service Unavailable</title>\n'),
  invalid_utf8: (text) => {
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf('"viewpoint": "') + '"viewpoint": "'.length] = 0xff;
    return bytes;
  },
  utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  deep_nesting: (text) => withKey(text, 'nested', nested),
  deep_root: () => Buffer.from(nested),
  list_root: (text) => Buffer.from(`[${text}]`),
  huge_file: () => Buffer.alloc(HUGE, ' '),
  identity_twice: (text) => withKey(text, 'study_id', '1'),
  key_twice: (text) => withKey(text, 'gender', '"F"'),
  byte_order_mark: (text) => Buffer.from(`\ufeff${text}`),
  crlf: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  bare_nan: (text) => Buffer.from(text.replace(/"gender": "."/, '"gender": NaN')),
};

/** The graph with one more key, the last one. */
function withKey(text: string, key: string, value: string): Buffer {
  return Buffer.from(text.replace(/\n\}$/, () => `,\n    "${key}": ${value}\n}`));
}
