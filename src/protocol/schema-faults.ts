import type * as z from 'zod/mini';
import type { Fault } from '../domain/errors.ts';

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (field, key) => (typeof key === 'number' ? `${field}[${key}]` : `${field}${field && '.'}${String(key)}`),
    '',
  );

/**
 * The faults in the form of a body, one for each.
 * @param takes the form of each field, in words
 */
export function schemaFaults({ issues }: z.core.$ZodError, takes: Readonly<Record<string, string>>): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const [top] = issue.path;
    if (issue.code === 'unrecognized_keys' && top === undefined)
      return issue.keys.map((field) => ({
        field,
        detail: `is unknown; known are ${Object.keys(takes).join(', ')}`,
      }));
    const detail = top === undefined ? 'takes a JSON object' : (takes[String(top)] ?? '');
    return [{ field: fieldOf(issue.path) || 'body', detail }];
  });
}
