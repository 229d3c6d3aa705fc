import type { Fault } from '../domain/errors.ts';

/** The most fields of an object, and the deepest nesting, of any valid body. */
const MOST_FIELDS = 100;
const DEEPEST = 4;

/**
 * A fault for each list or object in a body that is far too large. This check comes first: the faults of half a million
 * entries would take hundreds of MiB.
 * @param mostEntries the most entries of a list
 */
export function oversized(json: unknown, mostEntries: number, field = '', depth = 0): Fault[] {
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return [];
  const isList = Array.isArray(json);
  const entries = isList ? [...json.entries()] : Object.entries(json);
  const [most, unit] = isList ? [mostEntries, 'entries'] : [MOST_FIELDS, 'fields'];
  if (entries.length > most)
    return [{ field: field || 'body', detail: `takes at most ${most} ${unit}, and has ${entries.length}` }];
  return entries.flatMap(([key, value]) =>
    oversized(value, mostEntries, isList ? `${field}[${key}]` : `${field}${field && '.'}${key}`, depth + 1),
  );
}
