import type { Fault } from '../domain/errors.ts';

/** No object that is taken has so many fields, nor is anything within so many others. */
const MOST_FIELDS = 100;
const DEEPEST = 4;

/**
 * A fault for each list or object in a body that holds far more than is taken. This is looked at first: what is wrong with each of
 * half a million entries would take hundreds of MiB to tell.
 * @param mostEntries of a list
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
