import {
  DuckDBTypeId,
  type DuckDBValueConverter,
  type Json,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api';

const exact = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/** Digits that a number holds whatever they are. */
const DIGITS = 15;

/** DuckDB values as JSON: wide integers and decimals are numbers where those hold them exactly, else text. */
export const toJson: DuckDBValueConverter<Json> = (value, type, converter) => {
  if (value === null) return null;
  if (!exact.has(type.typeId)) return JsonDuckDBValueConverter(value, type, converter);
  const text = String(value);
  const isExact = text.replace(/\D/g, '').length <= DIGITS || Number.isSafeInteger(Number(text));
  return isExact ? Number(text) : text;
};
