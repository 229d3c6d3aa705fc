import { availableParallelism, cpus, release, totalmem } from 'node:os';
import type { BareEngine } from './setting/bare-engine.ts';

interface EngineInfo {
  readonly ServerVersion: string;
  readonly Driver: string;
  readonly Containers: number;
}

/** On what was measured, in words. */
export async function describeMachine(engine: BareEngine): Promise<Readonly<Record<string, string>>> {
  const { ServerVersion, Driver, Containers } = await engine.json<EngineInfo>('GET', '/info');
  return {
    processor: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores`,
    memory: `${(totalmem() / 1024 ** 3).toFixed(1)} GiB`,
    kernel: `Linux ${release()}`,
    node: process.version,
    engine: `Docker Engine ${ServerVersion}, ${Driver}, ${Containers} containers of others`,
  };
}
