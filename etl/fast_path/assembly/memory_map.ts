/**
 * Where everything stands in the memory of the fast path, in bytes; docs/decisions/fast_path.md draws the map.
 * Shared with the host, so that no address stands in two places. What is not touched takes no memory.
 */
const KIB = 1024;
const MIB = 1024 * KIB;

// Below FIRST_REGION: what AssemblyScript allocates itself, the key lists and the lists of one entry.
export const FIRST_REGION = 2 * MIB;

/** The image_id that the plan expects, written by the host. */
export const EXPECTED_IMAGE_ID = FIRST_REGION;
export const LONGEST_IMAGE_ID = KIB;

/** The bytes of one graph, written by the host; PADDING zeros follow, where every loop ends. */
export const INPUT = 4 * MIB;
export const LARGEST_INPUT = 4 * MIB;
export const PADDING = 64;

/** Bytes of the rows of one graph, everything counted as often as it is repeated: what has more takes the careful path. */
export const MOST_ROW_BYTES = MIB;

/** Bytes that each row of a sentence may repeat. */
export const MOST_REPEATED = 2 * KIB;

/** Texts of the graph that had escapes, without them. They are shorter than the input. */
export const UNESCAPED = 12 * MIB;

/** One dictionary for each domain: a hash table of SLOTS, then its members in the order in which they came. */
export const DICTIONARIES = 20 * MIB;
export const SLOT_BYTES = 8;
export const SLOTS = 16 * KIB;
export const MEMBER_BYTES = 16;
export const MOST_MEMBERS = 8 * KIB;
/** Bytes of one dictionary, and where its members start in it. */
export const MEMBERS = SLOTS * SLOT_BYTES;
export const DICTIONARY_BYTES = MEMBERS + MOST_MEMBERS * MEMBER_BYTES;

/** The bytes of all members: text in UTF-8, or of a list the members that are its elements. */
export const MEMBER_HEAP = 32 * MIB;
export const MEMBER_HEAP_END = 48 * MIB;

/** One column after the other, of 32-bit values. */
export const COLUMNS = 48 * MIB;
export const COLUMN_BYTES = MIB;
/** Rows of one table in a chunk; a column of text has one more offset than rows. */
export const MOST_ROWS = COLUMN_BYTES / 4 - 1;

/** The bytes of one text column after the other, in Arrow's layout. */
export const TEXTS = 144 * MIB;
export const TEXT_BYTES = 16 * MIB;

/** All of it, in pages of WebAssembly. */
export const PAGES = (TEXTS + 4 * TEXT_BYTES) / (64 * KIB);
