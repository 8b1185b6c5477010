/** Byte range of one record of a file. */
export type Range = readonly [start: number, end: number];
