import type { ActionManifest } from './action-manifest.ts';
import { evaluateTemplate, type JobContext } from './job-context.ts';

export interface StepInputs {
  /** The `INPUT_*` variables. */
  readonly environment: Record<string, string>;
  /** What the runner warns of, if it does. */
  readonly warning?: string;
}

/** Merges what a step gives `with:` and the manifest's defaults, names compared without case. */
export function resolveInputs(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  job: JobContext,
): StepInputs {
  const environment: Record<string, string> = {};
  for (const [name, input] of Object.entries(manifest.inputs)) {
    environment[inputVariable(name)] = evaluateTemplate(String(input.default ?? ''), job);
  }
  const valid = new Set(Object.keys(environment));
  for (const [name, value] of Object.entries(given)) environment[inputVariable(name)] = value;

  const unexpected = Object.keys(given).filter((name) => !valid.has(inputVariable(name)));
  if (unexpected.length === 0) return { environment };
  const known = Object.keys(manifest.inputs).join("', '");
  return {
    environment,
    warning: `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${known}']`,
  };
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
