import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SwarmLab } from '../../scripts/swarm/swarm-lab.ts';
import { alternate } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult, Figure } from '../benchmark.ts';
import { StackRm } from '../rivals/stack-rm.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { THRESHOLDS_OFF } from '../setting/session.ts';
import { StackContestant, type StackRemoval } from '../setting/stack-contestant.ts';
import { ratioFigure } from '../statistics.ts';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const FULL = { services: 4, replicas: 3, networks: 2 } as const;
const SHORT = { services: 1, replicas: 3, networks: 1 } as const;

const NAMES = {
  ours: '`topo-gc submit --stack NAME --wait removed`',
  waiting: '`docker stack rm --detach=false` of 2026, then networks',
  detached: '`docker stack rm`, then networks',
} as const;
type Name = keyof typeof NAMES;

/** A stack on three nodes, from the order to remove it until no node shows anything of it. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const shape = context.isShort ? SHORT : FULL;
  await using lab = await SwarmLab.start();
  using manager = new BareEngine(lab.manager.host);
  const engine = { host: lab.manager.host, image: lab.image };
  const inputs = { ...THRESHOLDS_OFF, 'swarm-nodes': lab.hostPattern };
  await using agent = await ReleasedAgent.start({ ...context, engine }, inputs);
  const removals: Record<Name, StackRemoval> = {
    ours: (stack) => submitted(agent, stack),
    waiting: (stack) => byRequests(new StackRm(manager, stack), 'attached'),
    detached: (stack) => byRequests(new StackRm(manager, stack), 'detached'),
  };
  const contestants = {} as Record<Name, StackContestant>;
  for (const [at, name] of (Object.keys(NAMES) as Name[]).entries())
    contestants[name] = await StackContestant.prepare(lab, manager, { shape, at });
  const turn = (name: Name) => () => contestants[name].turn(removals[name]);
  const samples = await alternate(context.rounds, {
    ours: turn('ours'),
    waiting: turn('waiting'),
    detached: turn('detached'),
  });
  const what = `stack of ${shape.services} services with ${shape.replicas} replicas on 3 nodes`;
  const figures: Figure[] = [
    ratioFigure(`${what}, until all is gone, against ${NAMES.waiting}`, samples.ours, samples.waiting, 0.9),
    ratioFigure(`${what}, until all is gone, against ${NAMES.detached}`, samples.ours, samples.detached),
  ];
  for (const name of Object.keys(NAMES) as Name[]) {
    const { refusals, leftovers } = contestants[name];
    const atMost = name === 'ours' ? { atMost: 0 } : {};
    const counted = (of: string, value: number): Figure => ({
      name: `${of}: ${NAMES[name]}`,
      unit: 'count',
      value,
      ...atMost,
    });
    figures.push(
      counted(`rounds of ${context.rounds} with a refusal`, refusals.length),
      counted(`rounds of ${context.rounds} in which something was left when it was done`, leftovers.length),
      counted(`addresses lost in ${context.rounds} rounds`, await contestants[name].lostAddresses()),
    );
  }
  const series = (Object.keys(NAMES) as Name[]).map((name) => ({
    name: `${what}, until all is gone: ${NAMES[name]}`,
    unit: 'ms' as const,
    samples: samples[name],
  }));
  return { figures, series };
}

async function submitted(agent: ReleasedAgent, stack: string): Promise<readonly string[]> {
  const env = { ...process.env, TOPO_GC_SOCKET: agent.state.readSession().socket };
  const command = [CLI, 'submit', '--stack', stack, '--wait', 'removed'];
  await promisify(execFile)(process.execPath, command, { env });
  return [];
}

async function byRequests(rm: StackRm, way: 'attached' | 'detached'): Promise<readonly string[]> {
  await rm[way]();
  await rm.untilNetworksGone();
  return rm.refusals;
}

export const stackRemoval: Benchmark = { name: 'stack-removal', rounds: 20, run };
