import { readInputs } from '../adapters/github/action-inputs.ts';
import { saved } from '../adapters/github/saved-state.ts';
import { endGroup, info, setFailed, startGroup } from '../adapters/github/step-output.ts';
import { msSinceStart } from '../adapters/host/system-clock.ts';
import { endAfter, outliveReaders } from '../adapters/process/end-after-output.ts';
import { describeError } from '../domain/errors.ts';
import { parseSettings, type Settings } from '../domain/settings.ts';
import { type DrainResult, drainSession } from '../session/drain-session.ts';
import { endWithoutReport, endWithReport } from '../session/steps/end-of-job.ts';
import { noteTold } from '../session/steps/note-told.ts';
import { type Workplace, workplaceAt } from '../session/workplace.ts';
import { progressLine } from '../words/plain-report.ts';

/** The longest time for which a runner that does not read may hold this step, in ms. */
const READER_MS = 30_000;

async function post(): Promise<void> {
  if (saved('isShared')) {
    const drains =
      saved('isShared') === 'hook'
        ? "the runner's completed hook"
        : 'the post step of the use that started it';
    info(`The agent is shared: ${drains} drains`);
    return;
  }
  const [folder, state] = [saved('folder'), saved('stateFolder')];
  if (!folder || !state) {
    info('The main step started no agent: there is nothing to drain');
    return;
  }
  const workplace = workplaceAt(folder, state, saved('isOwn') === 'true');
  const settings = parseSettings(readInputs());
  try {
    const result = await drain(workplace, settings);
    await endWithReport(result, workplace, settings);
    noteTold(workplace, result.report, process.env);
  } catch (cause) {
    await endWithoutReport(cause, workplace, settings);
  }
}

async function drain(workplace: Workplace, { drainTimeoutMs }: Settings): Promise<DrainResult> {
  startGroup('Draining: waiting for what has not stopped, and removing all');
  try {
    return await drainSession({
      workplace,
      // The time that this process has already used counts towards the same minutes.
      budgetMs: drainTimeoutMs - msSinceStart(),
      onProgress: (progress) => info(progressLine(progress)),
      onLost: (why) => info(`The agent is lost, draining from its journal: ${why}`),
    });
  } finally {
    endGroup();
  }
}

outliveReaders();
// An open handle would keep this process alive and use up the time of the following steps.
endAfter(
  post()
    .catch((cause) => setFailed(describeError(cause)))
    .then(() => process.exitCode),
  { patienceMs: READER_MS },
);
