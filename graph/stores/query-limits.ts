/** Limits of a query 查询上限 where it is given none; the same on every engine. */

export const QUERY_TIMEOUT_MS = 30_000;

export const ROW_CAP = 10_000;

/** Bytes of a result, as JSON. */
export const BYTE_CAP = 32 * 1024 ** 2;
