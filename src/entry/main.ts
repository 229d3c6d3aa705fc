import { addPath, exportVariable, setOutput } from '@actions/core';
import { pathOnHost } from '../adapters/docker/starting/path-on-host.ts';
import { readGuarded, readInputs, readJobContainer } from '../adapters/github/action-inputs.ts';
import { save } from '../adapters/github/saved-state.ts';
import { info, setFailed, warning } from '../adapters/github/step-output.ts';
import { AgentClient } from '../adapters/ipc/agent-client.ts';
import { outliveReaders } from '../adapters/process/end-after-output.ts';
import type { EngineIdentity } from '../domain/engine.ts';
import { describeError, TopoGcError } from '../domain/errors.ts';
import { parseSettings } from '../domain/settings.ts';
import type { Status } from '../protocol/agent-service.ts';
import { filesIn, launch, planWorkplace, type Workplace } from '../session/launch.ts';
import { locateEngine } from '../session/locate-engine.ts';
import { reviveAgent } from '../session/revive.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long the agent of an earlier use may take to say that it is there, in ms. */
const SHARED_MS = 2_000;

async function main(env: Environment): Promise<void> {
  if (process.platform !== 'linux')
    throw new TopoGcError('not-supported', `topo-gc needs a Linux runner; this one runs ${process.platform}`);
  const { RUNNER_TEMP } = env;
  if (!RUNNER_TEMP)
    throw new TopoGcError(
      'invalid-input',
      'RUNNER_TEMP is not set: the main step runs in a GitHub Actions job only',
    );
  const inputs = readInputs();
  const settings = parseSettings(inputs);
  if (await shareAgent(inputs, env)) return;

  const engine = await locateEngine(settings.dockerHost, env);
  const workplace = planWorkplace(RUNNER_TEMP, env, false);
  save('folder', workplace.folder);
  save('isOwn', workplace.isOwn);
  save('stateFolder', workplace.state.path);
  const workspace = env.GITHUB_WORKSPACE || RUNNER_TEMP;
  await launch({ workplace, engine, inputs, guarded: readGuarded(), workspace, env });
  if (workplace.isOwn)
    warning(
      `RUNNER_TEMP is too deep for a socket, which may have a path of 107 bytes: ${workplace.folder} is used, ` +
        'which job containers do not see',
    );
  publish(workplace, await folderOnHost(engine, workplace));
  info(`The agent answers at ${workplace.socket}, on Docker Engine ${engine.version} at ${engine.host}`);
}

/** Joins the agent of an earlier use in this job, where one answers. Only that use's post step drains. */
async function shareAgent(inputs: Readonly<Record<string, string>>, env: Environment): Promise<boolean> {
  const { TOPO_GC_SOCKET, TOPO_GC_DIR, TOPO_GC_SESSION } = env;
  if (!TOPO_GC_SOCKET || !TOPO_GC_DIR || !TOPO_GC_SESSION) return false;
  const client = new AgentClient(TOPO_GC_SOCKET);
  try {
    const status = await client.get<Status>('/v1/status', { timeoutMs: SHARED_MS });
    save('isShared', true);
    warnOfDifferences(status.inputs, inputs);
    setOutputs({ socket: TOPO_GC_SOCKET, folder: TOPO_GC_DIR, session: TOPO_GC_SESSION });
    info(`The agent of an earlier use answers at ${TOPO_GC_SOCKET} and is shared`);
    return true;
  } catch (error) {
    if (!(error instanceof TopoGcError) || error.code !== 'agent-not-found') throw error;
    if (!(await reviveAgent(TOPO_GC_DIR, env))) {
      info(`${error.message}: a new one is started`);
      return false;
    }
    save('isShared', true);
    setOutputs({ socket: TOPO_GC_SOCKET, folder: TOPO_GC_DIR, session: TOPO_GC_SESSION });
    warning(
      `The agent of an earlier use in this job was dead; it goes on from its journal at ${TOPO_GC_SOCKET}`,
    );
    return true;
  } finally {
    client.close();
  }
}

function warnOfDifferences(theirs: Status['inputs'], ours: Status['inputs']): void {
  const differences = Object.entries(ours)
    .filter(([name, value]) => theirs[name] !== value)
    .map(([name, value]) => `${name} is "${theirs[name]}", not "${value}"`);
  if (differences.length > 0)
    warning(
      `The agent of an earlier use in this job is shared, and keeps its inputs: ${differences.join('; ')}`,
    );
}

/**
 * What the host of a job container has the folder as. The runner gives each step, in the job's container as in one of its own,
 * what it has there; from another path it could not tell.
 */
async function folderOnHost(engine: EngineIdentity, { folder }: Workplace): Promise<string> {
  const container = readJobContainer();
  if (container === '') return folder;
  return (await pathOnHost(engine, container, folder).catch(() => undefined)) ?? folder;
}

function publish(workplace: Workplace, folder: string): void {
  const { socket, spool } = filesIn(folder);
  exportVariable('TOPO_GC_SOCKET', socket);
  exportVariable('TOPO_GC_DIR', folder);
  exportVariable('TOPO_GC_SPOOL', spool);
  exportVariable('TOPO_GC_SESSION', workplace.session);
  addPath(workplace.commands);
  setOutputs(workplace);
}

function setOutputs({ socket, folder, session }: Pick<Workplace, 'socket' | 'folder' | 'session'>): void {
  const { spool, log, reportJson, reportHtml, logs } = filesIn(folder);
  const reports = { 'report-json': reportJson, 'report-html': reportHtml };
  const outputs = { socket, dir: folder, spool, session, log, ...reports, logs };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

outliveReaders();
main(process.env).catch((error) => setFailed(describeError(error)));
