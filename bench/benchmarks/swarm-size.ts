import { join } from 'node:path';
import { PlayedSwarm } from '../../test/support/played-swarm.ts';
import { timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult, Figure, Unit } from '../benchmark.ts';
import { residentMiB } from '../setting/process-usage.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { median } from '../statistics.ts';

const NODES = 1_000;
const TASKS_PER_SERVICE = 100;
const FULL = { tasks: [1_000, 10_000], submissions: 5 } as const;
const SHORT = { tasks: [200, 2_000], submissions: 1 } as const;

/** What a stack that is a whole Swarm costs, each time. */
interface Costs {
  readonly tasks: number;
  readonly submitMs: number[];
  readonly goneMs: number[];
  readonly residentMiB: number[];
  readonly requests: number[];
}

/** On a played manager: its services are gone as soon as they are asked to go. */
async function costsOf(context: BenchmarkContext, tasks: number, submissions: number): Promise<Costs> {
  const services = tasks / TASKS_PER_SERVICE;
  const size = { nodes: NODES, services, tasksPerService: TASKS_PER_SERVICE, stacks: 1 };
  await using swarm = await PlayedSwarm.start(join(context.folder, `swarm-${tasks}.sock`), size);
  const engine = { host: swarm.host, image: 'played:latest' };
  const costs: Costs = { tasks, submitMs: [], goneMs: [], residentMiB: [], requests: [] };
  for (let at = 0; at < submissions; at += 1) {
    await using agent = await ReleasedAgent.start({ ...context, engine });
    // What is older than the session is not its own.
    swarm.makeAnew(size);
    swarm.requests.clear();
    const post = (query: string, body: object) =>
      timed(() => agent.client.post(`/v1/topologies${query}`, { body }));
    costs.submitMs.push(await post('', { id: 'all', stacks: ['stack0'] }));
    costs.goneMs.push(await post('?wait=removed', { id: 'all' }));
    costs.requests.push([...swarm.requests.values()].reduce((sum, count) => sum + count, 0));
    costs.residentMiB.push(await residentMiB(agent.pid));
  }
  return costs;
}

const MEASURES: readonly (readonly [key: Exclude<keyof Costs, 'tasks'>, name: string, unit: Unit])[] = [
  ['submitMs', 'submission of a stack', 'ms'],
  ['goneMs', 'from its answer until all is gone', 'ms'],
  ['residentMiB', 'resident memory behind it', 'MiB'],
  ['requests', 'requests that the manager is asked', 'count'],
];

/** A straight line at the most: ten times as many services and tasks cost ten times as much. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const { tasks, submissions } = context.isShort ? SHORT : FULL;
  const few = await costsOf(context, tasks[0], submissions);
  const many = await costsOf(context, tasks[1], submissions);
  const inWords = (costs: Costs) => costs.tasks.toLocaleString('en');
  const nodes = `on ${NODES.toLocaleString('en')} nodes`;
  const figures = MEASURES.map(
    ([key, name]): Figure => ({
      name: `growth from ${inWords(few)} to ${inWords(many)} tasks ${nodes}: ${name}`,
      unit: 'times',
      value: median(many[key]) / median(few[key]),
      atMost: many.tasks / few.tasks,
    }),
  );
  const series = [few, many].flatMap((costs) =>
    MEASURES.map(([key, name, unit]) => ({
      name: `${inWords(costs)} tasks ${nodes}: ${name}`,
      unit,
      samples: costs[key],
    })),
  );
  return { figures, series };
}

export const swarmSize: Benchmark = { name: 'swarm-size', rounds: 1, run };
