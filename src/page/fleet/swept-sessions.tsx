import type { FleetSwept } from '../../domain/fleet/fleet.ts';
import { counted } from '../../domain/text/counted.ts';
import { describeSweptByJob } from '../../words/fleet-words.ts';
import { usePrinting } from '../printing.ts';

/** Sessions whose agents had died before these jobs, and of which something is left; empty if there are none. */
export function SweptSessions({ swept }: { readonly swept: FleetSwept }) {
  const isPrinting = usePrinting();
  const { sessions, notSwept, left } = swept;
  if (sessions === 0) return null;
  return (
    <section>
      <details open={isPrinting}>
        <summary>
          <h2>
            Sessions of earlier jobs, whose agents had died <span class="count">{sessions}</span>
          </h2>
        </summary>
        <p class="note">
          {notSwept === 0
            ? 'Nothing is left of them.'
            : `${counted(notSwept, 'session')} left something, or it is unknown whether they did.`}
        </p>
        <ul class="remarks">
          {left.map((each) => (
            <li key={`${each.job} ${each.swept.session}`}>{describeSweptByJob(each)}</li>
          ))}
        </ul>
        {notSwept > left.length && <p class="note">The first {left.length} are listed.</p>}
      </details>
    </section>
  );
}
