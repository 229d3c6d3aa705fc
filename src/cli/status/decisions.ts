import prettyBytes from 'pretty-bytes';
import { AUTO_CONCURRENCY } from '../../domain/settings.ts';
import type { Status } from '../../protocol/agent-service.ts';
import { duration } from '../../words/figures.ts';

/** A forecast beyond this time does not matter yet, in ms. */
const SOON_MS = 600_000;

type Filling = Status['ahead']['filling'][number];

const amount = ({ unit, perSecond }: Filling): string =>
  unit === 'bytes'
    ? `${prettyBytes(perSecond, { binary: true, maximumFractionDigits: 1 })}/s`
    : `${perSecond.toFixed(1)}/s`;

function spentLine({ trigger, of, until, inVain, pausedMs }: Status['spent'][number]): string {
  const fired = `${trigger === of ? of : `${trigger} ${of}`} has fired, until ${until}`;
  if (inVain === 0) return fired;
  const why = inVain === 1 ? 'its collection changed nothing' : `${inVain} in a row changed nothing`;
  return pausedMs > 0 ? `${fired}; pauses for ${duration(pausedMs)}, as ${why}` : `${fired}; ${why}`;
}

/** Why the agent does not collect, is about to collect, or delays; empty if there is nothing to say. */
export function decisionLines({ spent, ahead, removalsAtOnce, inputs }: Status): string[] {
  const places = Number(inputs.concurrency) || AUTO_CONCURRENCY;
  return [
    ...spent.map(spentLine),
    ...ahead.filling
      .filter(({ fullInMs }) => fullInMs < SOON_MS)
      .map(
        (filling) =>
          `${filling.of} is full in ${duration(filling.fullInMs)} at ${amount(filling)}; collected for below ${duration(ahead.leadMs)}`,
      ),
    ...(removalsAtOnce < places
      ? [`${removalsAtOnce} removals at once instead of ${places}, as the CPU is under pressure`]
      : []),
  ];
}
