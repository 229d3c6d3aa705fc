import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult, Figure, Growth, Unit } from '../benchmark.ts';
import { FakeEngine } from '../fake-engine/fake-engine.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { residentMiB } from '../setting/process-usage.ts';
import { median } from '../statistics.ts';

const FULL = { lives: [100, 1_000, 10_000, 100_000], last: 50, recoveries: 5 };
const SHORT = { lives: [20, 200], last: 10, recoveries: 1 };
const SUBMITTED_AT_ONCE = 8;
/** As the default of `container-threshold`, with topologies of one container. */
const COLLECTED_AT_ONCE = 100;
/** A test lasts longer than an agent takes to look at all that came to the engine. */
const TEST_MS = 500;
const MIB = 1024 * 1024;

/** What a life of so many topologies leaves. */
interface Life {
  readonly topologies: number;
  /** Of the whole life but its end, in ms a topology. */
  readonly topologyMs: number;
  readonly submitMs: number;
  readonly residentMiB: number;
  readonly journalMiB: number;
  readonly recoveryMs: number;
}

async function live(context: BenchmarkContext, engine: FakeEngine, topologies: number): Promise<Life> {
  const { last, recoveries } = context.isShort ? SHORT : FULL;
  await using agent = await AgentUnderTest.start({ ...context, engine });
  const took = await timed(() => spend(agent, engine, topologies - last));
  const submitMs = median(await submitInTurn(agent, engine, last));
  const resident = await residentMiB(agent.pid);
  const { size } = await stat(agent.state.journal);
  await agent.kill();
  const recoveryMs: number[] = [];
  for (let again = 0; again < recoveries; again++) {
    await using successor = await AgentUnderTest.serve(agent.state);
    recoveryMs.push(successor.readyMs);
    if (again === recoveries - 1) await successor.drain();
    await successor.kill();
  }
  return {
    topologies,
    topologyMs: took / Math.max(1, topologies - last),
    submitMs,
    residentMiB: resident,
    journalMiB: size / MIB,
    recoveryMs: median(recoveryMs),
  };
}

/** Submits so many, several at a time, and has them collected whenever a hundred are pending. */
async function spend(agent: AgentUnderTest, engine: FakeEngine, topologies: number): Promise<void> {
  const places = new PQueue({ concurrency: SUBMITTED_AT_ONCE });
  const submit = () =>
    agent.client.post('/v1/topologies', { body: { containers: engine.containers.make(1) } });
  for (let left = topologies; left > 0; left -= COLLECTED_AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(left, COLLECTED_AT_ONCE) }, () => places.add(submit)));
    await agent.client.post('/v1/collections?wait=true');
  }
}

async function submitInTurn(agent: AgentUnderTest, engine: FakeEngine, count: number): Promise<number[]> {
  const containers = engine.containers.make(count);
  await sleep(TEST_MS);
  const samples: number[] = [];
  for (const id of containers)
    samples.push(await timed(() => agent.client.post('/v1/topologies', { body: { containers: [id] } })));
  return samples;
}

const MEASURES: readonly (readonly [
  key: Exclude<keyof Life, 'topologies'>,
  name: string,
  unit: Unit,
  isPerTopology?: true,
])[] = [
  ['submitMs', 'a submission', 'ms', true],
  ['topologyMs', 'a topology of its life, all in all', 'ms', true],
  ['residentMiB', 'resident memory', 'MiB'],
  ['journalMiB', 'size of the journal', 'MiB'],
  ['recoveryMs', 'from the start of a successor until it answers', 'ms'],
];

/** A straight line: of ten times as many topologies, each takes as long as before, and the whole at the most ten times as much. */
function straightness(lives: readonly Life[]): Figure[] {
  const [before, after] = lives.slice(-2);
  if (before === undefined || after === undefined) return [];
  const times = after.topologies / before.topologies;
  const from = `${before.topologies.toLocaleString('en')} to ${after.topologies.toLocaleString('en')} topologies`;
  return MEASURES.map(([key, name, , isPerTopology]) => ({
    name: `growth from ${from}: ${name}`,
    unit: 'times',
    value: after[key] / before[key],
    atMost: isPerTopology ? 1.2 : times,
  }));
}

/** One agent's life, of more and more topologies: on an engine that holds as much as is wanted. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  await using engine = await FakeEngine.start(context.folder);
  const lives: Life[] = [];
  for (const topologies of (context.isShort ? SHORT : FULL).lives)
    lives.push(await live(context, engine, topologies));
  const growth = MEASURES.map(
    ([key, name, unit]): Growth => ({
      name,
      unit,
      points: lives.map((life) => [life.topologies, life[key]]),
    }),
  );
  return { figures: straightness(lives), series: [], growth };
}

export const growth: Benchmark = { name: 'growth', rounds: 1, run };
