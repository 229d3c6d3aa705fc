import { systemClock } from '../../adapters/host/system-clock.ts';
import { events, status, topologies } from '../../client/observing.ts';
import { deferred } from '../../domain/deferred.ts';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import { statusOfSignal } from '../child-command.ts';
import { EXIT, print, printJsonLine, say } from '../command.ts';
import { Interruptions } from '../interruptions.ts';
import { isLive } from '../terminal/live-line.ts';
import { LiveScreen } from '../terminal/live-screen.ts';
import { paintFor } from '../terminal/paint.ts';
import { type CollectionSeen, type WatchState, watchLine, watchLines } from './status-view.ts';

/** The longest and the shortest time between two looks, in ms. */
const LOOK_MS = 1_000;
const LEAST_MS = 250;

/** The progress of a collection, from its events. */
export function seeEvent(seen: CollectionSeen | undefined, event: JournalEvent): CollectionSeen | undefined {
  if (event.type === 'triggered') return { trigger: event.trigger, removed: 0 };
  if (event.type === 'draining') return { trigger: 'drain', removed: 0 };
  if (event.type === 'collected' || event.type === 'drained') return undefined;
  if (event.type === 'removed') return { ...seen, removed: (seen?.removed ?? 0) + 1 };
  return seen;
}

/** Prints a text only if it differs from the last one. */
function printChanges(describe: (state: WatchState) => { readonly show: () => void; readonly key: string }) {
  let last = '';
  return (state: WatchState): void => {
    const { show, key } = describe(state);
    if (key !== last) show();
    last = key;
  };
}

function asJson({ status: { uptimeMs, ...rest } }: WatchState) {
  return { show: () => printJsonLine({ ...rest, uptimeMs }), key: JSON.stringify(rest) };
}

function asLine(state: WatchState) {
  const line = watchLine(state);
  return { show: () => print(line), key: line.slice(line.indexOf(' ')) };
}

/** Shows the status as it changes, until the agent ends, or the watch is told to end. @returns the exit status */
export async function watchStatus(isJson: boolean): Promise<number> {
  using interruptions = new Interruptions();
  const over = deferred<number>();
  using _ = interruptions.listen((signal) => over.resolve(statusOfSignal(signal)));
  // The reader may close the output early, as `head` does.
  process.stdout.once('error', () => over.resolve(EXIT.done));
  const happening = await events();
  using screen =
    isJson || !isLive(process.stdout)
      ? undefined
      : new LiveScreen(process.stdout, process.stdin, (key) =>
          over.resolve(key === 'quit' ? EXIT.done : statusOfSignal('SIGINT')),
        );
  const paint = paintFor(process.stdout);
  const show =
    screen === undefined
      ? printChanges(isJson ? asJson : asLine)
      : (state: WatchState) => screen.show((size) => watchLines(state, paint, size));
  const ended = await Promise.race([over.promise, follow(happening, show)]);
  if (ended !== 'agent ended') return ended;
  screen?.[Symbol.dispose]();
  say('the agent has ended');
  return EXIT.done;
}

async function follow(
  happening: AsyncIterable<JournalEvent>,
  show: (state: WatchState) => void,
): Promise<'agent ended'> {
  let collection: CollectionSeen | undefined;
  let isOver = false;
  let changed = deferred<void>();
  const listening = (async () => {
    for await (const event of happening) {
      collection = seeEvent(collection, event);
      changed.resolve();
    }
    isOver = true;
    changed.resolve();
  })();
  // Its failure is thrown below, once a look has ended.
  listening.catch(() => changed.resolve());
  while (!isOver) {
    changed = deferred();
    const [now, pending] = await Promise.all([status(), topologies({ pending: true })]);
    if (now.state === 'idle') collection = undefined;
    show({ status: now, pending, collection });
    await Promise.race([systemClock.sleep(LOOK_MS), changed.promise]);
    await Promise.race([systemClock.sleep(LEAST_MS), listening]);
  }
  return 'agent ended';
}
