import { describeLeak, describeUnconfirmed } from '../domain/leaks/leak.ts';
import type { SweptSession } from '../domain/report/swept.ts';
import { countStrays, type Strays } from '../domain/strays/stray.ts';
import { counted } from '../domain/text/counted.ts';
import { nameAt } from '../domain/text/name-at.ts';
import { members } from './figures.ts';
import { oneLine } from './one-line.ts';
import { strayCount } from './stray-words.ts';

/** The number of leaks, and of strays, that are named. */
const MOST_NAMED = 3;

/** The result for a session, as words that follow its name. */
export function sweptOutcome({ removed, leaks, unconfirmed, strays, failed }: SweptSession): string {
  if (failed !== undefined) return oneLine(`could not be swept: ${failed}`);
  const named = leaks.slice(0, MOST_NAMED).map(describeLeak).join('; ');
  const more = leaks.length > MOST_NAMED ? '; …' : '';
  const left = [
    ...(leaks.length > 0 ? [`${counted(leaks.length, 'leak')}: ${named}${more}`] : []),
    ...(unconfirmed === undefined ? [] : [describeUnconfirmed(unconfirmed)]),
  ];
  const made = strays === undefined ? '' : straysOf(strays);
  const outcome = left.join('; ') || (made === '' ? 'nothing left' : 'nothing left of what was handed over');
  return oneLine(`was swept: ${members(removed)} removed, ${outcome}${made}`);
}

function straysOf(strays: Strays): string {
  const named = strays.members.slice(0, MOST_NAMED).map((stray) => `${stray.kind} ${nameAt(stray)}`);
  const more = countStrays(strays) > named.length ? ', …' : '';
  return `; ${strayCount(strays)}: ${named.join(', ')}${more}`;
}

/** The result for the session of a dead agent, in one line without a full stop. */
export const describeSwept = (swept: SweptSession): string =>
  oneLine(`the session ${swept.session}, whose agent had died, ${sweptOutcome(swept)}`);
