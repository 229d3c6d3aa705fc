import type { LeftByCause } from '../../domain/fleet/left-by-cause.ts';
import { describeCause, remedyForCause } from '../../words/fleet-words.ts';
import { Pages } from '../pages.tsx';
import { usePrinting } from '../printing.ts';

/** The members that are left for one cause: how many, what to do, and which. */
export function MembersByCause({ cause }: { readonly cause: LeftByCause }) {
  const isPrinting = usePrinting();
  const more = cause.count - cause.members.length;
  return (
    <li>
      <h3>
        <span class="kind">{cause.what}</span> {cause.cause} <span class="of">{describeCause(cause)}</span>
      </h3>
      <p class="remedy">
        <b>Do:</b> {remedyForCause(cause)}
      </p>
      <details open={isPrinting}>
        <summary>
          Which <span class="count">{cause.count}</span>
        </summary>
        <Pages items={cause.members} of={`${cause.what}s, ${cause.cause}`} size={20}>
          {(shown, first) => (
            <ul class="left-members">
              {shown.map(({ job, kind, name, of, reason }, at) => (
                <li key={first + at}>
                  <b>{job}</b> {kind} {name} {of !== undefined && <span class="of">of {of}</span>}
                  {reason !== '' && <blockquote>{reason}</blockquote>}
                </li>
              ))}
            </ul>
          )}
        </Pages>
        {more > 0 && (
          <p class="note">The {more} others are in the jobs' own reports; the table of jobs says in which.</p>
        )}
      </details>
    </li>
  );
}
