import { mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findEngine } from '../../src/adapters/docker/starting/find-engine.ts';
import { StateFolder } from '../../src/adapters/journal/state-folder.ts';
import { withDefaults } from '../../src/domain/settings.ts';
import type { BenchmarkContext } from '../benchmark.ts';

/** The inputs of an agent, by name; the others have their defaults. */
export type Inputs = Readonly<Record<string, string>>;

/** Nothing is collected unless it is asked for. */
export const THRESHOLDS_OFF: Inputs = Object.fromEntries(
  ['disk-threshold', 'memory-threshold', 'container-threshold', 'network-threshold', 'idle-collect'].map(
    (input) => [input, 'off'],
  ),
);

/** The same, where a grace is what is measured. */
export const GRACES_WAITED_FOR: Inputs = { ...THRESHOLDS_OFF, 'deaf-containers': 'wait' };

/** What the agent needs to be told before it starts, as the main step writes it down. */
export async function makeSession(
  { engine, folder }: Pick<BenchmarkContext, 'engine' | 'folder'>,
  inputs: Inputs,
): Promise<StateFolder> {
  const { identity } = await findEngine([{ host: engine.host, source: 'the benchmark' }]);
  const files = await mkdtemp(join(folder, 'files-'));
  await mkdir(join(files, 'spool'), { mode: 0o700 });
  const state = new StateFolder(join(await mkdtemp(join(folder, 'states-')), basename(files)));
  state.create();
  state.writeSession({
    version: 1,
    session: { id: state.session, startedAt: identity.time, engineId: identity.id },
    engine: identity,
    inputs: withDefaults(inputs),
    guarded: { containers: [], networks: [], volumes: [] },
    folder: files,
    socket: join(files, 'agent.sock'),
    log: join(files, 'agent.log'),
    workspace: folder,
  });
  return state;
}
