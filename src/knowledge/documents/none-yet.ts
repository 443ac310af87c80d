/** How documents get in, for an operator who has none. */
export const HOW_TO_ADD = 'npx recado ingest PATH, or POST /api/v1/knowledge/documents';

/** What is said where there is no document: nothing is broken, and nothing can be answered. */
export const NONE = 'none yet, so no question can be answered from them';

/** The same with what to do. */
export const NONE_YET = `${NONE}. Add some: ${HOW_TO_ADD}`;
