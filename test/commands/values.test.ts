import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { toJson } from '../../etl/commands/values.js';

/** What a number of 53 bits holds is a number in JSON; a wider one would be another when it is read again. */
const values: Readonly<Record<string, unknown>> = {
  '123456789012345::bigint': 123456789012345,
  '9007199254740991::bigint': 9007199254740991,
  '9007199254740993::bigint': '9007199254740993',
  '-9007199254740993::hugeint': '-9007199254740993',
  '1234567890123.45::decimal(15, 2)': 1234567890123.45,
  '9007199254740.993::decimal(16, 3)': '9007199254740.993',
  '0.1::double': 0.1,
};

test('JSON has every digit of a number', async (t) => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = await connection.runAndReadAll(`select ${Object.keys(values).join(', ')}`);
  t.deepEqual(rows.convertRows(toJson), [Object.values(values)]);
  connection.closeSync();
  instance.closeSync();
});
