import { open, readFile, truncate, watch } from 'node:fs/promises';
import { decodeRecords, encodeRecord, JOURNAL_HEAD } from '../src/adapters/journal/journal-record.ts';
import type { JournalEvent } from '../src/domain/ledger/journal-events.ts';
import { checkRound } from './check.ts';
import { hold } from './invariant.ts';
import type { Job } from './job.ts';
import { readLog } from './job-remains.ts';
import { Round } from './round.ts';
import { bothEnd, type RoundFault } from './round-faults.ts';
import type { ChaosTopology } from './topologies.ts';

/** Where each record ends, and what it holds. */
interface Recorded {
  readonly event: JournalEvent;
  readonly end: number;
}

async function readRecords(job: Job): Promise<Recorded[]> {
  const bytes = await readFile(job.state.journal);
  let end = JOURNAL_HEAD.length;
  return decodeRecords(bytes, end).events.map((event) => {
    end += encodeRecord(event).length;
    return { event, end };
  });
}

/** The topologies of the round that these records do not know. */
function unknownTo({ topologies }: Round, records: readonly Recorded[]): ChaosTopology[] {
  const known = new Set<string>();
  for (const { event } of records) {
    if (event.type === 'submitted') known.add(event.topology);
    if (event.type === 'leased') known.add(event.lease.id);
  }
  return topologies.filter(({ id }) => !known.has(id));
}

/** Resolves when the journal holds that many records, or when the signal fires. */
async function untilRecord(job: Job, count: number, signal: AbortSignal): Promise<void> {
  try {
    const changes = watch(job.state.journal, { signal });
    while ((await readRecords(job)).length < count) await changes.next();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The agent is killed at each record of its journal in turn, a round for each: what follows that record was never written. */
export const killedAtRecord: RoundFault = {
  name: 'agent killed at a record',
  weight: 4,
  async run(start, begun) {
    const round = await Round.begin(start, { newJob: true });
    begun(round);
    const { job, arena } = round;
    round.mayLoseAgent = true;
    const cut = arena.nextCut++;
    const done = new AbortController();
    const work = round
      .handOverAll()
      .then(() => round.collect())
      .finally(() => done.abort());
    await bothEnd(
      untilRecord(job, cut, done.signal).then(() => job.kill()),
      work,
    );
    // A client may have started it again.
    await job.kill();
    const records = await readRecords(job);
    const kept = records.slice(0, cut);
    if (records.length < cut) arena.nextCut = 1;
    round.notes.push(`after record ${kept.length} of ${records.length}, ${kept.at(-1)?.event.type}`);
    await truncate(job.state.journal, kept.at(-1)?.end ?? JOURNAL_HEAD.length);
    await round.handOverAgain(unknownTo(round, kept));
    await round.drain();
    await checkRound(round);
  },
};

type Damage = (path: string, records: readonly Recorded[]) => Promise<{ readonly lost: number }>;

/** As a kill in the middle of a write leaves it: nothing that was whole is lost. */
const tearTail: Damage = async (path, records) => {
  const half = encodeRecord({ type: 'draining', at: Date.now() }).subarray(0, 30);
  await writeAt(path, half, records.at(-1)?.end ?? JOURNAL_HEAD.length);
  return { lost: 0 };
};

const flipBit: Damage = async (path, records) => {
  const last = records.at(-1);
  if (last === undefined) return { lost: 0 };
  const bytes = await readFile(path);
  // In the JSON, behind length and checksum.
  const at = last.end - 3;
  await writeAt(path, Buffer.from([(bytes[at] ?? 0) ^ 0x04]), at);
  return { lost: 1 };
};

const cutLast: Damage = async (path, records) => {
  const last = records.at(-1);
  if (last === undefined) return { lost: 0 };
  await truncate(path, last.end - 10);
  return { lost: 1 };
};

async function writeAt(path: string, bytes: Buffer, at: number): Promise<void> {
  await using file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, at);
}

const damaged = (name: string, damage: Damage): RoundFault => ({
  name,
  weight: 1,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { job, random } = round;
    await round.handOverAll();
    round.mayLoseAgent = true;
    if (random.chance(0.5)) await round.collect();
    await job.kill();
    const before = readLog(job).length;
    const records = await readRecords(job);
    const { lost } = await damage(job.state.journal, records);
    await round.handOverAgain(unknownTo(round, records.slice(0, records.length - lost)));
    await round.drain();
    const isTold =
      round.drained?.by === 'sweep' || readLog(job).slice(before).includes('the journal is damaged');
    hold(isTold, 'the log does not say that the journal is damaged');
    await checkRound(round);
  },
});

export const JOURNAL_FAULTS: readonly RoundFault[] = [
  killedAtRecord,
  damaged('journal with a torn tail', tearTail),
  damaged('journal with a flipped bit', flipBit),
  damaged('journal cut in its last record', cutLast),
];
