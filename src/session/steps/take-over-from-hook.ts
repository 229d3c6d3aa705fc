import { basename, dirname } from 'node:path';
import { addPath, exportVariable } from '@actions/core';
import { save } from '../../adapters/github/saved-state.ts';
import { info, warning } from '../../adapters/github/step-output.ts';
import { describeError } from '../../domain/errors.ts';
import { HOOK_VARIABLE } from '../../protocol/environment.ts';
import { stateBehind } from '../revive.ts';
import { filesIn, type Workplace, writeCommand } from '../workplace.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type AgentPlace = Pick<Workplace, 'socket' | 'folder' | 'session'>;

/**
 * Has this use's post step drain the agent of the runner's started hook, so that the summary is the action's. A later use
 * in the job shares it then. In a job's container, which does not see the agent's state, the completed hook drains.
 */
export function takeOverFromHook({ folder, session }: AgentPlace, env: Environment): void {
  const state = stateBehind(folder);
  if (state === undefined || basename(state.path) !== session) {
    save('isShared', 'hook');
    provideCommand(filesIn(folder).commands);
    info('The completed hook of the runner drains it: this container does not see its state');
    return;
  }
  save('folder', folder);
  save('isOwn', dirname(folder) !== env.RUNNER_TEMP);
  save('stateFolder', state.path);
  exportVariable(HOOK_VARIABLE, '');
  info('The post step of this use drains it');
}

/** The hook's command is made of paths of the host. */
function provideCommand(commands: string): void {
  try {
    writeCommand(commands);
    addPath(commands);
  } catch (error) {
    warning(`The command topo-gc can't be used in this container: ${describeError(error)}`);
  }
}
