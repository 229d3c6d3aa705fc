import { addPath, exportVariable, setOutput } from '@actions/core';
import { pathOnHost } from '../../adapters/docker/starting/path-on-host.ts';
import { readJobContainer } from '../../adapters/github/action-inputs.ts';
import type { EngineEndpoint } from '../../domain/engine.ts';
import { toEnvironment } from '../../protocol/environment.ts';
import type { Runner } from '../../protocol/runners.ts';
import { filesIn, type Workplace } from '../workplace.ts';

/** Tells later steps where the agent is: in their environment and on their PATH. */
export async function publish(
  engine: EngineEndpoint,
  workplace: Workplace,
  { mapsPaths }: Runner,
): Promise<void> {
  const folder = mapsPaths ? await folderOnHost(engine, workplace) : workplace.folder;
  const { socket, spool } = filesIn(folder);
  const environment = toEnvironment({ socket, folder, spool, session: workplace.session });
  for (const [name, value] of Object.entries(environment)) exportVariable(name, value);
  addPath(workplace.commands);
}

/** The outputs of the main step. */
export function setOutputs({
  socket,
  folder,
  session,
}: Pick<Workplace, 'socket' | 'folder' | 'session'>): void {
  const { spool, log, reportJson, reportHtml, logs } = filesIn(folder);
  const reports = { 'report-json': reportJson, 'report-html': reportHtml };
  const outputs = { socket, dir: folder, spool, session, log, ...reports, logs };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/**
 * The folder's path on the host of a job container. The runner mounts its own path into each step's container, the
 * job's or the step's own; it could not map another path.
 */
async function folderOnHost(engine: EngineEndpoint, { folder }: Workplace): Promise<string> {
  const container = readJobContainer();
  if (container === '') return folder;
  return (await pathOnHost(engine, container, folder).catch(() => undefined)) ?? folder;
}
