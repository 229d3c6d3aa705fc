import { countStrays, describeStray, type Strays } from '../domain/strays/stray.ts';
import { counted } from '../domain/text/counted.ts';
import { oneLine } from './one-line.ts';

/** `1 stray`, `3 strays`. */
export const strayCount = (strays: Strays): string => counted(countStrays(strays), 'stray');

/** The most sessions that a sentence names. */
const MOST_SESSIONS = 5;

/** Whose the strays may be, one line. */
export function whoseStrays({ others }: Strays): string {
  if (others === undefined) return 'where other jobs use this engine too, a stray may be theirs';
  const more = others.length > MOST_SESSIONS ? ', …' : '';
  const named = `${others.slice(0, MOST_SESSIONS).join(', ')}${more}`;
  return oneLine(`other sessions worked on this engine meanwhile (${named}): a stray may be theirs`);
}

/** What to do about the strays of a job, or of many. */
export const STRAYS_REMEDY =
  'Hand them over, or set strays: collect where only one job uses the engine. Elsewhere strays may be those of another job: set strays: ignore.';

/** The most strays that the plain report names. */
const MOST_LINES = 50;

/** One line for each stray, then whose they may be; empty if there are none. */
export function strayLines(strays: Strays | undefined): string[] {
  if (strays === undefined) return [];
  const shown = strays.members.slice(0, MOST_LINES);
  const more = countStrays(strays) - shown.length;
  return [
    ...shown.map((stray) => `stray: ${describeStray(stray)}`),
    ...(more > 0 ? [`stray: ${more} more`] : []),
    `strays: ${whoseStrays(strays)}`,
  ].map(oneLine);
}
