import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isThere } from '../../adapters/files/missing.ts';
import { endGroup, info, startGroup } from '../../adapters/github/step-output.ts';
import { msSinceStart } from '../../adapters/host/system-clock.ts';
import { type HookRecord, HookRecordFile, jobOf } from '../../adapters/journal/hook-record.ts';
import { changedAt, stateRoot } from '../../adapters/journal/state-root.ts';
import { parseSettings } from '../../domain/settings.ts';
import { progressLine } from '../../words/plain-report.ts';
import { drainSession } from '../drain-session.ts';
import { endWithoutReport, endWithReport } from '../steps/end-of-job.ts';
import { type Workplace, workplaceAt } from '../workplace.ts';
import type { HookEnvironment } from './hook-environment.ts';

/**
 * Ends the session that the started hook of this job has begun: drains, writes the summary, and sets this process's exit
 * code as a post step does. Does nothing if the post step of the action has done so.
 * @throws Error if the record of the started hook can't be read
 */
export async function endForJob(env: HookEnvironment): Promise<void> {
  const root = stateRoot(env);
  const file = new HookRecordFile(root, env.RUNNER_TEMP);
  const record = file.read();
  if (record?.job !== jobOf(env)) {
    info('The started hook has begun no session for this job: there is nothing to drain');
    return;
  }
  if (record.told === undefined) await drain(workplaceOf(root, record));
  else
    info(
      `The post step of the action has drained the agent of this job, and ${record.told === 'clean' ? 'nothing is left' : 'has told what is left'}`,
    );
  file.remove();
}

const workplaceOf = (root: string, { folder, session, isOwn }: HookRecord): Workplace =>
  workplaceAt(folder, join(root, session), isOwn);

async function drain(workplace: Workplace): Promise<void> {
  const { state, folder } = workplace;
  if (changedAt(state.sessionFile) === undefined) {
    info('The session of this job is over, or did not begin: there is nothing to drain');
    return;
  }
  // A job may have emptied the temporary folder; the log and the report need theirs.
  if (!isThere(folder)) mkdirSync(folder, { mode: 0o700 });
  const settings = parseSettings(state.readSession().inputs);
  startGroup('Draining: waiting for what has not stopped, and removing all');
  try {
    const result = await drainSession({
      workplace,
      budgetMs: settings.drainTimeoutMs - msSinceStart(),
      onProgress: (progress) => info(progressLine(progress)),
      onLost: (why) => info(`The agent is lost, draining from its journal: ${why}`),
    }).finally(endGroup);
    await endWithReport(result, workplace, settings);
  } catch (cause) {
    await endWithoutReport(cause, workplace, settings);
  }
}
