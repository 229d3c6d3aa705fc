import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { BareNode } from '../setting/bare-node.ts';
import { cpuMs, nodeFlags, residentMiB } from '../setting/process-usage.ts';
import { Workload } from '../setting/workload.ts';
import { median, medianInterval, ratioFigure } from '../statistics.ts';

const FULL_MS = 20_000;
const SHORT_MS = 2_000;
/** What a start and a collection leave behind has had its time by then. */
const SETTLE_MS = 5_000;
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;

const watchMs = ({ isShort }: BenchmarkContext): number => (isShort ? SHORT_MS : FULL_MS);

interface Usage {
  readonly agentMiB: number;
  readonly nodeMiB: number;
  readonly cpuPercent: number;
}

/** Of an agent that has taken and removed a topology, and then waits for more. */
async function measure(context: BenchmarkContext, workload: Workload): Promise<Usage> {
  await using agent = await AgentUnderTest.start(context);
  await using node = new BareNode(await nodeFlags(agent.pid));
  const [topology] = await workload.buildAll(1, SHAPE);
  await agent.client.post('/v1/topologies', { body: topology });
  await agent.drain();
  await workload.clear();
  await sleep(context.isShort ? 0 : SETTLE_MS);
  const [began, before] = [performance.now(), await cpuMs(agent.pid)];
  await sleep(watchMs(context));
  const [elapsed, used] = [performance.now() - began, (await cpuMs(agent.pid)) - before];
  return {
    agentMiB: await residentMiB(agent.pid),
    nodeMiB: await residentMiB(node.pid),
    cpuPercent: (100 * used) / elapsed,
  };
}

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  const usages: Usage[] = [];
  for (let round = 0; round < context.rounds; round++) usages.push(await measure(context, workload));
  const agents = usages.map(({ agentMiB }) => agentMiB);
  const nodes = usages.map(({ nodeMiB }) => nodeMiB);
  const cpu = usages.map(({ cpuPercent }) => cpuPercent);
  return {
    figures: [
      ratioFigure('agent, idle: resident memory, against a bare node', agents, nodes, 1.4),
      {
        name: 'agent, idle: CPU',
        unit: '% of a core',
        value: median(cpu),
        interval: medianInterval(cpu),
        atMost: 0.2,
      },
    ],
    series: [
      { name: 'agent, resident', unit: 'MiB', samples: agents },
      { name: 'bare node with its flags, resident', unit: 'MiB', samples: nodes },
      { name: `agent, CPU over ${watchMs(context) / 1000} s`, unit: '% of a core', samples: cpu },
    ],
  };
}

export const agentIdle: Benchmark = { name: 'agent-idle', rounds: 5, run };
