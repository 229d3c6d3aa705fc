import { getInput } from '@actions/core';
import type { Guarded } from '../../domain/protection/guarded.ts';
import { INPUT_NAMES, withDefaults } from '../../domain/settings.ts';

/** The values of the inputs, by name: the given value, else the default. */
export const readInputs = (): Record<string, string> =>
  withDefaults(Object.fromEntries(INPUT_NAMES.map((name) => [name, getInput(name)])));

/** Inputs that action.yml fills from the `job` context, and no user sets. */
export const JOB_INPUTS = {
  container: 'job-container',
  network: 'job-network',
  services: 'job-services',
  status: 'job-status',
} as const;

interface Service {
  readonly id?: string;
  readonly network?: string;
}

function readServices(): Service[] {
  const text = getInput(JOB_INPUTS.services);
  const services: Record<string, Service> | null = text === '' ? null : JSON.parse(text);
  return Object.values(services ?? {});
}

/** The id of the job's container; empty if the job runs on the runner itself. */
export const readJobContainer = (): string => getInput(JOB_INPUTS.container);

/** The runner's own containers and networks, from the `job` context. */
export function readGuarded(): Guarded {
  const services = readServices();
  const filled = (texts: (string | undefined)[]): string[] => [
    ...new Set(texts.filter((text): text is string => Boolean(text))),
  ];
  return {
    containers: filled([readJobContainer(), ...services.map(({ id }) => id)]),
    networks: filled([getInput(JOB_INPUTS.network), ...services.map(({ network }) => network)]),
  };
}

/** The state of the job, if the runner tells it: `success`, `failure`, `cancelled`. */
export const readJobStatus = (): string => getInput(JOB_INPUTS.status);
