import { getInput } from '@actions/core';
import type { Guarded } from '../../domain/protection/guarded.ts';
import { INPUT_NAMES, withDefaults } from '../../domain/settings.ts';

/** What the inputs come to, by name: what was given, else the default. */
export const readInputs = (): Record<string, string> =>
  withDefaults(Object.fromEntries(INPUT_NAMES.map((name) => [name, getInput(name)])));

/** What action.yml takes from the `job` context, and nobody sets. */
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

/** The id of the container that the job runs in; empty where it runs on the runner itself. */
export const readJobContainer = (): string => getInput(JOB_INPUTS.container);

/** The runner's own containers and networks, as the `job` context tells of them. */
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

/** How the job is doing, as far as the runner says: `success`, `failure`, `cancelled`. */
export const readJobStatus = (): string => getInput(JOB_INPUTS.status);
