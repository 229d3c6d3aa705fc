import { setTimeout as sleep } from 'node:timers/promises';
import type { Disguise } from '../test/support/engine-proxy.ts';
import { Random } from '../test/support/random.ts';
import { checkRound, whyTouched } from './check.ts';
import { leaveDeadJob } from './dead-job.ts';
import { WAYS } from './hand-overs.ts';
import { hold, Violation } from './invariant.ts';
import { statesLeft } from './job-remains.ts';
import { Round, type RoundStart } from './round.ts';
import type { RoundFault } from './round-faults.ts';
import { namesOf } from './topologies.ts';

/** When the next job builds what has the names and labels of the one that died: relative to the sweep of that. */
type Moment = 'before' | 'during' | 'after';

export const MOMENTS: readonly Moment[] = ['before', 'during', 'after'];

/** Between two looks, and for how long they go on, in ms. */
const LOOK_MS = 50;
const MOST_MS = 40_000;

/** The longest that the sweep waits for the removal of a container or of a network, in ms, so that more comes meanwhile. */
const LONGEST_DELAY_MS = 300;

/**
 * A job dies without its post step. The next one on the same machine takes its names, its labels and the names of its volumes,
 * while its own agent sweeps the first one: nothing of the second is touched before it is handed over, and all that the
 * first had handed over or announced goes.
 */
export async function runNextJob(
  start: RoundStart,
  begun: (round: Round) => void,
  moment: Moment,
  disguises: readonly Disguise[] = [],
): Promise<void> {
  const { arena, random } = start;
  const sharesState = random.chance(0.5);
  const first = await leaveDeadJob(start, { sharesState, disguises });
  const job = await arena.nextJob({ sharesState, isOpened: false });
  const next = new Round(start, job, first.objects.successor());
  begun(next);
  // What takes the names of a topology that nobody was told of would have to remove it first.
  const taken = first.topologies.filter(({ handOver }) => handOver !== 'withheld' && random.chance(0.8));
  next.notes.push(...first.notes, `took the names of ${taken.map(({ id }) => id).join(', ') || 'none'}`);
  const takeNames = async () => {
    for (const { id } of taken) await takeNamesOf(next, id, moment);
  };
  if (moment === 'before') await takeNames();
  const older = [...next.topologies];
  using _ = delayRemovals(start);
  await job.open();
  if (moment === 'during') await takeNames();
  await untilSwept(first, next);
  if (moment === 'after') await takeNames();
  await next.build(first.nextId());
  const touched = (await Promise.all(next.topologies.map((each) => whyTouched(next, each)))).flat();
  if (touched.length > 0) throw new Violation(`the sweep of the job before: ${touched.join('\n')}`);
  for (const topology of next.topologies) {
    const isOwn = !older.includes(topology);
    if (isOwn && random.chance(0.8)) await next.handOver(topology, random.pickWeighted(WAYS));
    else topology.handOver = 'withheld';
  }
  await next.drain({ ways: ['post'] });
  await checkRound(next, { after: first });
}

/** As `docker compose up` would after `down --volumes`. While a sweep is under way, a volume's name is waited for. */
async function takeNamesOf(next: Round, id: string, moment: Moment): Promise<void> {
  const { objects } = next;
  const { container, network, volume } = namesOf(id);
  await patiently(() => objects.free({ container }));
  await patiently(() => objects.free({ network }));
  // Between its last look at a volume and its removal, nobody could tell whose it is.
  const isFree = async () =>
    !(await Promise.all(volume.map((short) => objects.isTaken('volume', short)))).some(Boolean);
  if (moment === 'during') await until(isFree, `the volumes of ${id} are not swept`);
  else await patiently(() => objects.free({ volume }));
  await next.build(id);
}

/** What somebody else removes at the same time is refused for a moment. */
async function patiently(work: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + MOST_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(LOOK_MS);
    }
  }
}

async function until(condition: () => Promise<boolean>, otherwise: string): Promise<void> {
  const deadline = performance.now() + MOST_MS;
  while (!(await condition())) {
    hold(performance.now() < deadline, otherwise);
    await sleep(LOOK_MS);
  }
}

/** The state of a job goes when all of it is gone. */
const untilSwept = (first: Round, next: Round): Promise<void> =>
  until(
    async () => !statesLeft(next.job).includes(first.job.session),
    `the session ${first.job.session} of the job before is not swept`,
  );

function delayRemovals({ arena: { proxy }, random }: RoundStart): Disposable {
  const longest = random.below(LONGEST_DELAY_MS);
  // How many requests come is a matter of time: what is chosen besides has to be the same each time.
  const own = new Random(random.below(2 ** 32));
  proxy.meddle = async (request) => {
    if (/^DELETE \/(containers|networks)\//.test(request)) await sleep(own.below(longest + 1));
    return undefined;
  };
  return {
    [Symbol.dispose]: () => {
      proxy.meddle = () => undefined;
    },
  };
}

export const NEXT_JOB_FAULTS: readonly RoundFault[] = MOMENTS.map((moment) => ({
  name: `next job takes the names ${moment} the sweep`,
  weight: 3,
  run: (start, begun) => runNextJob(start, begun, moment),
}));
