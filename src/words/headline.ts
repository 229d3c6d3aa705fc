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

/** `nothing left`, `2 leaks`, `not confirmed`, `nothing left but 1 stray`. */
export function verdict({
  leaks,
  unconfirmed,
  strays,
}: Pick<Report, 'leaks' | 'unconfirmed' | 'strays'>): string {
  const also = strays === undefined ? '' : ` and ${strayCount(strays)}`;
  if (leaks.length > 0) return `${counted(leaks.length, 'leak')}${also}`;
  if (unconfirmed !== undefined) return `not confirmed${also}`;
  return strays === undefined ? 'nothing left' : `nothing left but ${strayCount(strays)}`;
}

/** What the engine said in the end, if it was asked: a sentence. */
export function confirmation({ leaks, strays }: Pick<Report, 'leaks' | 'strays'>): string {
  if (leaks.length > 0) return 'The engine still shows what is listed below.';
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
