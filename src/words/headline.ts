import { type PressureFigures, pressureFigures } from '../domain/report/pressure-figures.ts';
import type { Report } from '../domain/report/report.ts';
import type { ReportedMeasure } from '../domain/report/reported-readings.ts';
import { counted } from '../domain/text/counted.ts';
import { measureName, measureText, percentOf, topologies } from './figures.ts';
import { strayCount } from './stray-words.ts';

/** How tight the thresholds were, as words for a sentence; `undefined` if there were no thresholds. */
export function tightness(report: Report): string | undefined {
  const { fired, closest } = pressureFigures(report);
  const close = closest && `${describeTightest(closest.measure, report)} (${percentOf(closest.closeness)})`;
  if (fired.length > 0)
    return `thresholds fired: ${describeFired(fired)}${close ? `; the closest was ${close}` : ''}`;
  return close && `no threshold was reached; the closest was ${close}`;
}

/** `disk once, networks 3 times`. */
export const describeFired = (fired: PressureFigures['fired']): string =>
  fired.map(({ trigger, times }) => `${trigger} ${times === 1 ? 'once' : `${times} times`}`).join(', ');

/** `networks: 22 on the engine, threshold 24`. */
export const describeTightest = (measure: ReportedMeasure, { inputs }: Pick<Report, 'inputs'>): string =>
  `${measureName(measure)}: ${measureText(measure, measure.tightest.value)}, threshold ${inputs[measure.input]}`;

/** The number of nodes that are not confirmed. */
const nodeCount = (nodes: NonNullable<Report['nodes']>): number =>
  new Set(nodes.map(({ node }) => node)).size;

/** `nothing left`, `2 leaks`, `not confirmed`, `nothing left but 1 stray`, `nothing left, 2 nodes not confirmed`. */
export function verdict({
  leaks,
  unconfirmed,
  strays,
  nodes = [],
}: Pick<Report, 'leaks' | 'unconfirmed' | 'strays' | 'nodes'>): string {
  const open = nodes.length === 0 ? '' : `, ${counted(nodeCount(nodes), 'node')} not confirmed`;
  const also = strays === undefined ? '' : ` and ${strayCount(strays)}`;
  if (leaks.length > 0) return `${counted(leaks.length, 'leak')}${also}${open}`;
  if (unconfirmed !== undefined) return `not confirmed${also}${open}`;
  return `nothing left${strays === undefined ? '' : ` but ${strayCount(strays)}`}${open}`;
}

/** What the engine said in the end, if it was asked: a sentence. */
export function confirmation({
  leaks,
  strays,
  nodes = [],
}: Pick<Report, 'leaks' | 'strays' | 'nodes'>): string {
  if (leaks.length > 0) return 'The engine still shows what is listed below.';
  if (nodes.length > 0)
    return 'The engine shows nothing that is left; what is left on other nodes is not known, as listed below.';
  return strays === undefined
    ? 'The engine confirms that nothing is left.'
    : 'The engine confirms that nothing is left of what was handed over.';
}

/** `3 topologies collected, nothing left`. */
export function collected(report: Report): string {
  const gone = report.topologies.filter(({ removedAt }) => removedAt !== undefined).length;
  return `${topologies(report.earlier.topologies + gone)} collected, ${verdict(report)}`;
}

/** Adds a capital letter at the beginning and a full stop at the end. */
export const sentence = (text: string): string => `${capital(text)}.`;

/** With a capital letter at the beginning. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
