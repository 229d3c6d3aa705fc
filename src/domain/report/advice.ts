import { networksBound, timeWasUp } from './drain-advice.ts';
import type { Advice, Report } from './report.ts';
import { deafContainers, ignoredStops } from './stop-advice.ts';
import { firedOften, neverReached } from './threshold-advice.ts';

/** The advice that follows from the figures of a report, the most important first; empty if all went well. */
export const adviceOn = (report: Report): Advice[] =>
  [timeWasUp, ignoredStops, networksBound, neverReached, firedOften, deafContainers].flatMap((look) =>
    look(report),
  );

/** `no threshold was reached …: idle-collect: 50% removes …`, one sentence. */
export const describeAdvice = ({ finding, input, value, effect }: Advice): string =>
  `${finding}. ${input}: ${value} ${effect}.`;
