import { type Dirent, lstatSync, readdirSync, rmSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { STATE_VARIABLE } from '../../protocol/environment.ts';
import { runnerOf } from '../../protocol/runners.ts';
import { isOwnMount } from '../files/is-own-mount.ts';
import { isMissing } from '../files/missing.ts';
import { ownUser } from '../files/own-file.ts';
import { ASIDE, StateFolder } from './state-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of all states, in a folder that a runner keeps from job to job. */
const IN_RUNNER = '_topo-gc';

/**
 * Where all of this user's agents keep their state: outside the runner's temporary folder, which the runner empties
 * between jobs. Some runners also remove all that is beside it, or the container that it is in: what they keep is the
 * tool cache, if that is a volume, and else the user's home.
 */
export function stateRoot(env: Environment): string {
  const given = env[STATE_VARIABLE];
  if (given) return given;
  const { RUNNER_TEMP, RUNNER_TOOL_CACHE } = env;
  if (RUNNER_TEMP && env.GITHUB_ACTIONS) {
    if (!runnerOf(env).removesJobFolder) return join(dirname(RUNNER_TEMP), IN_RUNNER);
    if (RUNNER_TOOL_CACHE && isOwnMount(RUNNER_TOOL_CACHE)) return join(RUNNER_TOOL_CACHE, IN_RUNNER);
  }
  return join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'topo-gc');
}

/** A state folder of another user: its content is never read. */
export interface ForeignState {
  readonly path: string;
  readonly uid: number;
}

export interface StatesUnder {
  /** The folders of this user's agents, alive or dead. */
  readonly own: readonly StateFolder[];
  readonly foreign: readonly ForeignState[];
}

/** The state folders under a root; none if the root does not exist. @throws Error if it can't be read */
export function statesUnder(root: string): StatesUnder {
  const found = foldersIn(root).filter(({ name }) => !name.startsWith('.'));
  return {
    own: found.filter(({ uid }) => uid === ownUser()).map(({ path }) => new StateFolder(path)),
    foreign: found.filter(({ uid }) => uid !== ownUser()).map(({ path, uid }) => ({ path, uid })),
  };
}

/** Finishes interrupted removals. @throws Error if the root can't be read */
export function removeAside(root: string, onFault: (path: string, error: unknown) => void): void {
  for (const { path, name, uid } of foldersIn(root)) {
    if (!name.startsWith(ASIDE) || uid !== ownUser()) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch (error) {
      onFault(path, error);
    }
  }
}

/** In ms since the epoch; `undefined` if there is no such file. */
export const changedAt = (path: string): number | undefined =>
  lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Links do not count. */
function foldersIn(root: string) {
  return entriesOf(root).flatMap(({ name }) => {
    const path = join(root, name);
    const stats: Stats | undefined = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isDirectory() ? [{ path, name, uid: stats.uid }] : [];
  });
}

function entriesOf(root: string): Dirent[] {
  try {
    return readdirSync(root, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
