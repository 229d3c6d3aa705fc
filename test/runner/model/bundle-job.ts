import { fileURLToPath } from 'node:url';
import type { UsesStep } from './job-model.ts';

/** The root of this repository, where `action.yml` and `dist` are. */
export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The action under test, as a step called `gc`. Strays are ignored unless the inputs say otherwise: what other tests make on the same
 * engine meanwhile would be some.
 */
export function gcStep(inputs: Readonly<Record<string, string>> = {}, name = 'gc'): UsesStep {
  return { name, uses: REPOSITORY, with: { strays: 'ignore', 'idle-collect': 'off', ...inputs } };
}

/** The action as a workflow has it that sets no input but these. */
export function shippedStep(inputs: Readonly<Record<string, string>>, name: string): UsesStep {
  return { name, uses: REPOSITORY, with: inputs };
}

/** What the agent of a job needs to know of its engine, as the job's `env:`. */
export function engineEnvironment(): { DOCKER_HOST: string } {
  const { DOCKER_HOST } = process.env;
  if (DOCKER_HOST === undefined)
    throw new Error('these tests need DOCKER_HOST: the address of a Docker Engine');
  return { DOCKER_HOST };
}
