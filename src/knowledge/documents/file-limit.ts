/** Bytes that a file may have. */
export const FILE_LIMIT = 20 * 1024 * 1024;
