import type { DeafStop } from '../domain/report/deaf-stop.ts';
import type { Report } from '../domain/report/report.ts';
import { counted } from '../domain/text/counted.ts';
import { duration } from './figures.ts';

/** `could not hear SIGTERM, killed after 0.2s, 9.8s of grace saved`. */
export const describeDeaf = ({ signal, afterMs, savedMs }: DeafStop): string =>
  `could not hear ${signal}, killed after ${duration(afterMs)}, ${duration(savedMs)} of grace saved`;

/** All deaf containers in one line; empty if all heard their signal. */
export function deafLines({ topologies }: Report): string[] {
  const deaf = topologies.flatMap((topology) => topology.deaf ?? []);
  if (deaf.length === 0) return [];
  const signals = [...new Set(deaf.map(({ signal }) => signal))].join(' or ');
  const afterMs = Math.max(...deaf.map((each) => each.afterMs));
  const savedMs = deaf.reduce((sum, each) => sum + each.savedMs, 0);
  return [`${counted(deaf.length, 'container')} ${describeDeaf({ signal: signals, afterMs, savedMs })}`];
}
