import type { Agent } from '../src/runtime/agent.ts';
import { madeSubmission } from '../test/fakes/made-submission.ts';
import type { Random } from '../test/support/random.ts';
import { COSTS } from './costs.ts';
import { type Machine, SIZE } from './machine.ts';
import type { SimulatedEngine } from './simulated-engine.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { Range, Workload } from './workloads.ts';

/** What a module of tests will do, drawn before it is run, so that each policy has the same. */
interface ModulePlan {
  readonly id: string;
  readonly testMs: number;
  readonly containers: readonly {
    readonly name: string;
    readonly stopMs: number;
    readonly isDeaf: boolean;
    readonly files: number;
    readonly layerBytes: number;
    readonly memoryBytes: number;
  }[];
  readonly networks: readonly string[];
}

export interface JobPlan {
  readonly workload: Workload;
  readonly modules: readonly ModulePlan[];
}

/** Why a module failed that would not have on a machine of its own. */
export type Shortage = 'disk' | 'memory' | 'networks';

export interface JobResult {
  /** How much longer the modules took than on an idle machine, in ms; without those that failed. */
  readonly waitedMs: number;
  /** How many times as long as on an idle machine each twentieth of a module's tests took. */
  readonly slowdowns: readonly number[];
  readonly modules: number;
  readonly failed: readonly Shortage[];
  readonly postMs: number;
  readonly collections: number;
}

interface JobParts {
  readonly clock: VirtualClock;
  readonly machine: Machine;
  readonly engine: SimulatedEngine;
  readonly agent: Agent;
}

/** In which its tests write and work: so much of it at once. */
const SLICES = 20;

const POST_BUDGET_MS = 240_000;

const within = (random: Random, [least, most]: Range): number =>
  random.between(Math.round(least), Math.round(most));

export function planJob(random: Random, workload: Workload): JobPlan {
  const { stopMs, isDeaf = false, files, layerBytes, memoryBytes } = workload;
  return {
    workload,
    modules: Array.from({ length: within(random, workload.modules) }, (_, at) => ({
      id: `${workload.name}-${at}`,
      testMs: within(random, workload.testMs),
      containers: Array.from({ length: workload.containers }, (_, node) => ({
        name: `${workload.name}-${at}-${node}`,
        stopMs: within(random, stopMs),
        isDeaf,
        files: within(random, files),
        layerBytes: within(random, layerBytes),
        memoryBytes: within(random, memoryBytes),
      })),
      networks: Array.from({ length: workload.networks }, (_, node) => `${workload.name}-${at}-net-${node}`),
    })),
  };
}

/** Runs the modules one after the other, each of which hands its topology over, and then the post step. */
export async function runJob(parts: JobParts, { workload, modules }: JobPlan): Promise<JobResult> {
  const { clock, agent } = parts;
  const failed: Shortage[] = [];
  const slowdowns: number[] = [];
  let waitedMs = 0;
  for (const module of modules) {
    const began = clock.now();
    const shortage = await runModule(parts, workload, module, slowdowns);
    if (shortage !== undefined) failed.push(shortage);
    else waitedMs += clock.now() - began - idleMs(module);
  }
  const ended = clock.now();
  const report = await agent.drain({ final: true, budgetMs: POST_BUDGET_MS, onProgress: () => {} });
  if (report.leaks.length > 0) throw new Error(`${report.leaks.length} leaks in a simulated job`);
  const collections = report.collections.filter(({ trigger }) => trigger !== 'drain').length;
  return { waitedMs, slowdowns, modules: modules.length, failed, postMs: clock.now() - ended, collections };
}

const idleMs = ({ containers, networks, testMs }: ModulePlan): number =>
  COSTS.networkCreation * networks.length + COSTS.creation * containers.length + testMs;

async function runModule(
  { clock, machine, engine, agent }: JobParts,
  workload: Workload,
  { id, testMs, containers, networks }: ModulePlan,
  slowdowns: number[],
): Promise<Shortage | undefined> {
  const made = { networks: [] as string[], containers: new Map<string, number>() };
  const run = async (): Promise<Shortage | undefined> => {
    for (const name of networks) {
      if (!(await engine.createNetwork(name))) return 'networks';
      made.networks.push(name);
    }
    for (const [at, plan] of containers.entries()) {
      const joined = networks.length > 0 ? [networks[at % networks.length] as string] : [];
      const container = await engine.createContainer(plan.name, { ...plan, networks: joined });
      if (container === undefined) return 'memory';
      made.containers.set(container, plan.layerBytes);
    }
    const sliceMs = testMs / SLICES;
    const coreMs = sliceMs * workload.busy * Math.min(workload.cores, SIZE.cores);
    for (let slice = 0; slice < SLICES; slice++) {
      for (const [container, bytes] of made.containers)
        if (!machine.write(container, bytes / SLICES)) return 'disk';
      const began = clock.now();
      await machine.cores.work(coreMs, workload.cores);
      await clock.sleep(sliceMs * (1 - workload.busy));
      slowdowns.push((clock.now() - began) / sliceMs);
    }
    return undefined;
  };
  const shortage = await run();
  const built = containers.filter(({ name }) => engine.world.look('container', name) !== undefined);
  const submission = madeSubmission(id, {
    containers: built.map(({ name }) => name),
    networks: made.networks,
  });
  if (submission.members.length > 0) await agent.submit(submission, clock.now());
  return shortage;
}
