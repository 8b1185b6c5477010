import test from 'ava';
import { isReconciled, type Read, reader, sentences, split } from './read.js';

const header = 'subject_id\trad_id\tsent_loc\trow_id\tsection\tsentence\n';
const row = (i: number, sentence: string) =>
  `10000001\t50000001\t${i}\t50000001|${i}\tfinalreport\t${sentence}\n`;
const listed = 'subject_id,study_id,dicom_id,path,ViewPosition\n';

/** Content of a table, and what is said of what it became. */
interface Kind {
  readonly bytes: string | Uint8Array;
  readonly isSplit?: true;
  readonly gives: (read: Read) => unknown;
  readonly expected: unknown;
  readonly says?: RegExp;
}

const texts = ({ rows }: Read) => rows.map(({ sentence }) => sentence);
const ids = ({ rows }: Read) => rows.map(({ image_id, study_id }) => [image_id, study_id]);
const idRow = (study: string, image = 'a1') => `${listed}10000001,${study},${image},p,AP\n`;

const kinds: Record<string, Kind> = {
  'an unquoted tab stays in its sentence': {
    bytes: header + row(0, 'Tip is\t3 cm above.') + row(1, 'Next.'),
    gives: texts,
    expected: ['Tip is\t3 cm above.', 'Next.'],
    says: /^surplus_fields line 2:/,
  },
  'a quote that never closes is text': {
    bytes: header + row(0, 'First.') + row(1, '"Wet read') + row(2, 'Last.'),
    gives: texts,
    expected: ['First.', '"Wet read', 'Last.'],
    says: /^stray_quote line 3:/,
  },
  'a quote that a later row would close is text': {
    bytes: header + row(0, '"Wet read') + row(1, 'Middle.') + row(2, 'tube 6"'),
    gives: texts,
    expected: ['"Wet read', 'Middle.', 'tube 6"'],
    says: /^stray_quote line 2:/,
  },
  'a quoted sentence of two lines is one': {
    bytes: header + row(0, '"One\nTwo ""2"""') + row(1, 'Next.'),
    gives: texts,
    expected: ['One\nTwo "2"', 'Next.'],
  },
  'an id with a fraction is NULL': {
    ...{ bytes: idRow('16951713.6'), isSplit: true, gives: ids, expected: [['a1', null]] },
    says: /^wrong_type_ignored line 2: study_id: .*'16951713\.6'; NULL$/,
  },
  'hexadecimal is no id': {
    ...{ bytes: idRow('0x1'), isSplit: true, gives: ids, expected: [['a1', null]], says: /'0x1'/ },
  },
  'an id as R writes it is exact': {
    ...{ bytes: idRow('1.6951713E7'), isSplit: true, gives: ids, expected: [['a1', 16951713]] },
  },
  'an id as pandas writes it is exact': {
    ...{ bytes: idRow('16951713.0'), isSplit: true, gives: ids, expected: [['a1', 16951713]] },
  },
  'blanks around ids are left out': {
    ...{ bytes: idRow(' 5 ', ' a1.DCM '), isSplit: true, gives: ids, expected: [['a1', 5]] },
    says: /^padded_value line 2:/,
  },
  'the suffix of a file is left out in any case': {
    ...{ bytes: idRow('5', 'a1.JPG'), isSplit: true, gives: ids, expected: [['a1', 5]] },
  },
  'headers have any case, blanks and quotes': {
    bytes: '" STUDY_ID",Dicom_ID ,Subject_Id,PATH,VIEWPOSITION\n5,a1,1,p,AP\n',
    ...{ isSplit: true, gives: ids, expected: [['a1', 5]] },
  },
  'row names of R are left out': {
    bytes: '"subject_id","study_id","dicom_id","path","ViewPosition"\n"1",1,5,"a1","p","AP"\n',
    ...{ isSplit: true, gives: ids, expected: [['a1', 5]], says: /^other_header/ },
  },
  'nan, NA and inf are no ids': {
    bytes: `${listed}nan,NA,a1,p,AP\n1,inf,a2,p,None\n`,
    ...{
      isSplit: true,
      gives: ids,
      expected: [
        ['a1', null],
        ['a2', null],
      ],
      says: /^nan line 2: subject_id/,
    },
  },
  'lines may end in CR alone': {
    bytes: idRow('5').replaceAll('\n', '\r'),
    ...{ isSplit: true, gives: ids, expected: [['a1', 5]] },
  },
  'zero bytes at the end are no row': {
    bytes: `${idRow('5')}${'\0'.repeat(40)}`,
    ...{ isSplit: true, gives: ids, expected: [['a1', 5]] },
  },
  'a row with an unquoted comma is rejected, not guessed': {
    bytes: `${listed}1,5,a1,p,q,AP\n1,6,a2,p,AP\n`,
    ...{
      isSplit: true,
      gives: ({ rejected }) => rejected,
      expected: ['field_count 2 expected 5 fields, found 6'],
    },
  },
  'a row that lacks a field in the middle is rejected': {
    bytes: `${listed}1,a1,p,AP\n1,6,a2,p,AP\n`,
    ...{ isSplit: true, gives: ids, expected: [['a2', 6]] },
  },
  'a web page is no table': {
    bytes: '<!DOCTYPE html>\n<html></html>\n',
    ...{ gives: texts, expected: [], says: /^unreadable_input .*found a web page$/ },
  },
};

for (const [name, { bytes, isSplit, gives, expected, says }] of Object.entries(kinds)) {
  test(name, async (t) => {
    const read = await reader(t);
    const found = await read(bytes, isSplit ? split : sentences);
    t.deepEqual(gives(found), expected);
    t.true(isReconciled(found));
    const said = found.issues.filter((issue) => !issue.startsWith('missing_columns'));
    if (says)
      t.true(
        said.some((issue) => says.test(issue)),
        said.join('\n'),
      );
    else t.deepEqual(said, []);
  });
}

test('without text no text leaves the file', async (t) => {
  const read = await reader(t);
  const found = await read(header + row(0, 'Secret\tfinding') + row(1, '"Secret'), sentences, false);
  t.is(found.rows.length, 2);
  t.false('sentence' in found.rows[0]!);
  t.notRegex(JSON.stringify([found.issues, found.rejected]), /Secret/);
});
