import type * as z from 'zod/mini';
import type { Fault } from '../../domain/errors.ts';
import type { Report } from '../../domain/report/report.ts';
import { VERSION } from '../../domain/version.ts';
import { REPORT_VERSION, reportSchema } from './report-schema.ts';

/** A report, or what is wrong with it. */
export type ReportRead = { readonly report: Report } | { readonly faults: readonly Fault[] };

/** The most faults that are told of one file. */
const MOST_FAULTS = 5;

/** The most characters of a value that are told. */
const MOST_SHOWN = 80;

/** Follows each fault that an older topo-gc may find in the report of a newer one. */
const MAY_BE_NEWER = `; this is topo-gc ${VERSION}, and a newer one may know more`;

const TAKES_REPORT = 'takes a report.json, as a drain writes it';

const fieldAt = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((field, key) => {
    if (typeof key === 'number') return `${field}[${key}]`;
    return field === '' ? String(key) : `${field}.${String(key)}`;
  }, '');

/** What was expected at a place, in words. */
function expectedAt(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return `takes ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'an object' : `a ${issue.expected}`}`;
  if (issue.code === 'invalid_value') return `takes ${issue.values.join(', ')}${MAY_BE_NEWER}`;
  if (issue.code === 'unrecognized_keys')
    return `has ${issue.keys.join(', ')}, which is not known${MAY_BE_NEWER}`;
  if (issue.code === 'too_small') return `takes ${issue.minimum} or more`;
  if (issue.code === 'too_big') return `takes ${issue.maximum} or less`;
  return `takes something else (${issue.message})`;
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const field = fieldAt(issue.path);
  const detail = expectedAt(issue);
  if (issue.input === undefined) return { field, detail: `is missing, ${detail}` };
  const value = typeof issue.input === 'string' ? issue.input : (JSON.stringify(issue.input) ?? '');
  return { field, value: value.slice(0, MOST_SHOWN), detail };
}

/** Faults that have no field: the whole is something else. */
function notAReport(json: unknown): Fault | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { field: '', detail: `is no object: ${TAKES_REPORT}` };
  if ('jobs' in json && 'totals' in json)
    return { field: '', detail: `is what topo-gc report has written: ${TAKES_REPORT}` };
  if (!('version' in json && 'session' in json))
    return { field: '', detail: `is no report: ${TAKES_REPORT}` };
  if (typeof json.version === 'number' && json.version > REPORT_VERSION) {
    const detail = `takes ${REPORT_VERSION}: this is topo-gc ${VERSION}, take the one that wrote the report, or a newer one`;
    return { field: 'version', value: String(json.version), detail };
  }
  return undefined;
}

/** Reads the text of a report.json. Never throws. */
export function readReport(text: string): ReportRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why =
      text.trim() === '' ? 'is empty' : `is no JSON, or not all of it (${(error as Error).message})`;
    return { faults: [{ field: '', detail: `${why}: ${TAKES_REPORT}` }] };
  }
  const other = notAReport(json);
  if (other !== undefined) return { faults: [other] };
  const checked = reportSchema.safeParse(json, { reportInput: true });
  // The schema has the fields that readers depend on.
  if (checked.success) return { report: checked.data as unknown as Report };
  const { issues } = checked.error;
  const faults = issues.slice(0, MOST_FAULTS).map(faultOf);
  const more = issues.length - faults.length;
  return { faults: more > 0 ? [...faults, { field: '', detail: `and ${more} more` }] : faults };
}
