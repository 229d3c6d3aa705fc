import { aboutStray, type LeftStrays } from '../domain/strays/stray.ts';
import { nameAt } from '../domain/text/name-at.ts';
import { sentence } from '../words/headline.ts';
import { STRAYS_REMEDY, whoseStrays } from '../words/stray-words.ts';
import { Pages } from './pages.tsx';

/** What nobody has handed over and is still there, with whose it may be; empty if there is none. */
export function StrayList({ strays }: { readonly strays: LeftStrays | undefined }) {
  if (strays === undefined) return null;
  const { members, more = 0, isFailure } = strays;
  return (
    <section class="strays" aria-labelledby="strays">
      <h2 id="strays">Strays</h2>
      <p>
        The job made these on the engine and handed them over to nobody. {sentence(whoseStrays(strays))}
        {isFailure && ' They fail the job.'}
      </p>
      <Pages items={members} of="strays" size={20}>
        {(shown) => (
          <ul class="stray-list">
            {shown.map((stray) => (
              <li key={`${stray.site} ${stray.kind} ${stray.id}`}>
                <span class="kind">{stray.kind}</span> <b>{nameAt(stray)}</b> <span>{aboutStray(stray)}</span>
              </li>
            ))}
          </ul>
        )}
      </Pages>
      {more > 0 && <p>{more} more were not looked at.</p>}
      <p class="remedy">
        <b>Do:</b> {STRAYS_REMEDY}
      </p>
    </section>
  );
}
