import { describeLeak, describeUnconfirmed } from '../domain/leaks/leak.ts';
import type { SweptSession } from '../domain/report/swept.ts';
import { counted } from '../domain/text/counted.ts';
import { members } from './figures.ts';
import { oneLine } from './one-line.ts';

/** The number of leaks that are named. */
const MOST_NAMED = 3;

/** The result for a session, as words that follow its name. */
export function sweptOutcome({ removed, leaks, unconfirmed, failed }: SweptSession): string {
  if (failed !== undefined) return oneLine(`could not be swept: ${failed}`);
  const named = leaks.slice(0, MOST_NAMED).map(describeLeak).join('; ');
  const more = leaks.length > MOST_NAMED ? '; …' : '';
  const left = [
    ...(leaks.length > 0 ? [`${counted(leaks.length, 'leak')}: ${named}${more}`] : []),
    ...(unconfirmed === undefined ? [] : [describeUnconfirmed(unconfirmed)]),
  ];
  return oneLine(`was swept: ${members(removed)} removed, ${left.join('; ') || 'nothing left'}`);
}

/** The result for the session of a dead agent, in one line without a full stop. */
export const describeSwept = (swept: SweptSession): string =>
  oneLine(`the session ${swept.session}, whose agent had died, ${sweptOutcome(swept)}`);
