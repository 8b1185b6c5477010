import { ATTACH, CROISSANT, DATAPACKAGE, NOTICE, README } from '../warehouse/layout.js';
import type { Described } from '../warehouse/manifest.js';
import { attachSql } from './attach.js';
import { croissant } from './croissant.js';
import { dataPackage } from './datapackage.js';
import { noticeText } from './notice.js';
import { readmeText } from './readme.js';

/** The texts that describe a warehouse, by path, in the order in which the manifest lists them. */
export function documentsOf({
  build,
  tables,
  inputs,
  database,
  created,
}: Described): [path: string, text: string][] {
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  return [
    [ATTACH, attachSql(tables, build, inputs)],
    [NOTICE, noticeText(build.is_synthetic)],
    [README, readmeText(build, tables)],
    [CROISSANT, json(croissant(build, tables, database, created))],
    [DATAPACKAGE, json(dataPackage(build, tables))],
  ];
}
