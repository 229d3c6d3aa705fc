import type { Benchmark } from './benchmark.ts';
import { agentReady } from './benchmarks/agent-ready.ts';
import { agentUsage } from './benchmarks/agent-usage.ts';
import { atOnce } from './benchmarks/at-once.ts';
import { buildBeside } from './benchmarks/build-beside.ts';
import { commandStart } from './benchmarks/command-start.ts';
import { distSize } from './benchmarks/dist-size.ts';
import { drain } from './benchmarks/drain.ts';
import { drainCpu } from './benchmarks/drain-cpu.ts';
import { drainStopped } from './benchmarks/drain-stopped.ts';
import { drainStubborn } from './benchmarks/drain-stubborn.ts';
import { growth } from './benchmarks/growth.ts';
import { idleCollect } from './benchmarks/idle-collect.ts';
import { mainStep } from './benchmarks/main-step.ts';
import { manyPending } from './benchmarks/many-pending.ts';
import { stackRemoval } from './benchmarks/stack-removal.ts';
import { stopPace } from './benchmarks/stop-pace.ts';
import { submit } from './benchmarks/submit.ts';
import { swarmSize } from './benchmarks/swarm-size.ts';
import { waitRemoved } from './benchmarks/wait-removed.ts';
import { wholeJob } from './benchmarks/whole-job.ts';

/** All of them, in the order in which they run and are reported. */
export const BENCHMARKS: readonly Benchmark[] = [
  submit,
  commandStart,
  manyPending,
  buildBeside,
  drain,
  drainCpu,
  drainStubborn,
  drainStopped,
  waitRemoved,
  wholeJob,
  idleCollect,
  mainStep,
  agentReady,
  agentUsage,
  distSize,
  growth,
  atOnce,
  stopPace,
  stackRemoval,
  swarmSize,
];
