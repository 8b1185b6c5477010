export { digestOf, readSparkQuery, type SparkQuery, sparkFileText, sparkPath } from './query_file.js';
export { type SparkOptions, type SparkStatement, sparkScript, sparkStatements } from './script.js';
export { translatorInput } from './source.js';
