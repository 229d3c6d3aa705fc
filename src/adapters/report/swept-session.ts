import { counted } from '../../domain/counted.ts';
import { describeLeak, describeUnconfirmed } from '../../domain/leak.ts';
import type { SweptSession } from '../../domain/swept.ts';
import { members } from './figures.ts';
import { oneLine } from './one-line.ts';

/** How many leaks are named. */
const MOST_NAMED = 3;

/** What came of a session whose agent had died, in one line without a full stop. */
export function describeSwept({ session, removed, leaks, unconfirmed, failed }: SweptSession): string {
  const begun = `the session ${session}, whose agent had died`;
  if (failed !== undefined) return oneLine(`${begun}, could not be swept: ${failed}`);
  const named = leaks.slice(0, MOST_NAMED).map(describeLeak).join('; ');
  const more = leaks.length > MOST_NAMED ? '; …' : '';
  const left = [
    ...(leaks.length > 0 ? [`${counted(leaks.length, 'leak')}: ${named}${more}`] : []),
    ...(unconfirmed === undefined ? [] : [describeUnconfirmed(unconfirmed)]),
  ];
  return oneLine(`${begun}, was swept: ${members(removed)} removed, ${left.join('; ') || 'nothing left'}`);
}
