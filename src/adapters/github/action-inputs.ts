import { getInput } from '@actions/core';
import type { Guarded } from '../../domain/protection/guarded.ts';
import { INPUT_NAMES, withDefaults } from '../../domain/settings.ts';

/** What the inputs come to, by name: what was given, else the default. */
export const readInputs = (): Record<string, string> =>
  withDefaults(Object.fromEntries(INPUT_NAMES.map((name) => [name, getInput(name)])));

interface Service {
  readonly id?: string;
  readonly network?: string;
}

function readServices(): Service[] {
  const text = getInput('job-services');
  const services: Record<string, Service> | null = text === '' ? null : JSON.parse(text);
  return Object.values(services ?? {});
}

/** The id of the container that the job runs in; empty where it runs on the runner itself. */
export const readJobContainer = (): string => getInput('job-container');

/** The runner's own containers and networks, as the `job` context tells of them. */
export function readGuarded(): Guarded {
  const services = readServices();
  const filled = (texts: (string | undefined)[]): string[] => [
    ...new Set(texts.filter((text): text is string => Boolean(text))),
  ];
  return {
    containers: filled([readJobContainer(), ...services.map(({ id }) => id)]),
    networks: filled([getInput('job-network'), ...services.map(({ network }) => network)]),
  };
}

/** How the job is doing, as far as the runner says: `success`, `failure`, `cancelled`. */
export const readJobStatus = (): string => getInput('job-status');
