import { useMemo } from 'preact/hooks';
import { type Leak, topologyOf } from '../domain/leaks/leak.ts';
import { remedyFor, UNCONFIRMED_REMEDY } from '../domain/leaks/remedies.ts';
import type { Report } from '../domain/report/report.ts';
import { sentence } from '../words/headline.ts';
import { Pages } from './pages.tsx';

function Words({ said, remedy }: { readonly said: string; readonly remedy: string }) {
  return (
    <>
      <blockquote>{said}</blockquote>
      <p class="remedy">
        <b>Do:</b> {remedy}
      </p>
    </>
  );
}

interface LeakItemProps extends Leak {
  /** The name of its topology. */
  readonly of: string;
}

function LeakItem({ kind, name, of, cause, reason }: LeakItemProps) {
  return (
    <li>
      <h3>
        <span class="kind">{kind}</span> {name} <span class="of">of {of}</span>
      </h3>
      <Words said={reason} remedy={remedyFor({ cause })} />
    </li>
  );
}

/** Members that are left or were not taken, each with its reason and a remedy; empty if all went well. */
export function Problems({ report }: { readonly report: Report }) {
  const { leaks, unconfirmed, rejected, topologies } = report;
  const names = useMemo(() => new Map(topologies.map(({ id, name }) => [id, name])), [topologies]);
  if (leaks.length === 0 && unconfirmed === undefined && rejected.length === 0) return null;
  return (
    <section class="problems" aria-labelledby="problems">
      <h2 id="problems">What went wrong</h2>
      {unconfirmed !== undefined && (
        <div class="problem">
          <h3>It is unknown whether anything is left</h3>
          <Words said={unconfirmed} remedy={UNCONFIRMED_REMEDY} />
        </div>
      )}
      <Pages items={leaks} of="leaks" size={20}>
        {(shown) => (
          <ul class="problem-list">
            {shown.map((leak) => (
              <LeakItem
                key={`${leak.topology} ${leak.kind} ${leak.id}`}
                {...leak}
                of={names.get(leak.topology) ?? topologyOf(leak)}
              />
            ))}
          </ul>
        )}
      </Pages>
      {rejected.length > 0 && (
        <>
          <h3>Not taken from the spool</h3>
          <ul class="problem-list">
            {rejected.map(({ file, error }) => (
              <li key={file}>
                <code>{file}</code> <span>{sentence(error)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
