/** How a job is doing, in the words of `${{ job.status }}`. */
export type JobStatus = 'success' | 'failure' | 'cancelled';

/** The `job` context of a workflow, as far as action defaults may use it. */
export interface JobContext {
  readonly status: JobStatus;
  readonly container?: { readonly id?: string; readonly network: string };
  readonly services?: Readonly<
    Record<string, { readonly id: string; readonly network: string; readonly ports: Record<string, string> }>
  >;
}

const EXPRESSION = /\$\{\{\s*(.*?)\s*\}\}/g;
const PROPERTY = /^job(?:\.\w+)+$/;
const TO_JSON = /^toJSON\((job(?:\.\w+)+)\)$/;

/**
 * Fills in `${{ job.… }}` and `${{ toJSON(job.…) }}`. What is not there is null: an empty string by itself, `null` as
 * JSON. Throws at any other expression.
 */
export function evaluateTemplate(template: string, job: JobContext): string {
  return template.replaceAll(EXPRESSION, (_, expression: string) => evaluate(expression, job));
}

function evaluate(expression: string, job: JobContext): string {
  const asJson = TO_JSON.exec(expression)?.[1];
  if (asJson !== undefined) return JSON.stringify(lookUp(asJson, job), null, 2);
  if (!PROPERTY.test(expression)) throw new Error(`unsupported expression: ${expression}`);
  const value = lookUp(expression, job);
  return value === null ? '' : typeof value === 'object' ? 'Object' : String(value);
}

function lookUp(path: string, job: JobContext): unknown {
  let value: unknown = job;
  for (const key of path.split('.').slice(1)) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value ?? null;
}
