import { readFileSync } from 'node:fs';
import { ExitCode, isDebug, summary } from '@actions/core';
import { readInputs, readJobStatus } from '../adapters/github/action-inputs.ts';
import { saved } from '../adapters/github/saved-state.ts';
import {
  debug,
  endGroup,
  error,
  info,
  setFailed,
  startGroup,
  warning,
} from '../adapters/github/step-output.ts';
import { msSinceStart } from '../adapters/host/system-clock.ts';
import { endAfter, outliveReaders } from '../adapters/process/end-after-output.ts';
import { describeError, type ErrorCode, TopoGcError } from '../domain/errors.ts';
import { isLeaking, type Report } from '../domain/report/report.ts';
import { parseSettings, type Settings } from '../domain/settings.ts';
import { type DrainResult, drainSession } from '../session/drain-session.ts';
import { type Workplace, workplaceAt } from '../session/launch.ts';
import { clearWorkplace } from '../session/tidy-up.ts';
import { annotations } from '../words/annotations.ts';
import { plainReport, progressLine } from '../words/plain-report.ts';
import { failureMarkdown, type SummaryContext, summaryMarkdown, sweptMarkdown } from '../words/summary.ts';

/** How long a runner that does not read may hold this step, in ms. */
const READER_MS = 30_000;

async function post(): Promise<void> {
  if (saved('isShared')) {
    info('The agent is shared: the post step of the use that started it drains');
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
    await summarize(settings, (context) => summaryMarkdown(result.report, { ...context, ...lost(result) }));
    debugLog(workplace.log);
    announce(result.report, settings.onLeak);
    await clear(workplace, !isLeaking(result.report));
  } catch (cause) {
    await fail(cause, workplace, settings);
  }
}

const isOf = (cause: unknown, code: ErrorCode): boolean =>
  cause instanceof TopoGcError && cause.code === code;

/** What is told, and becomes of the step, where there is no report. */
async function fail(cause: unknown, workplace: Workplace, settings: Settings): Promise<void> {
  const why = describeError(cause);
  if (isOf(cause, 'already-swept')) {
    await summarize(settings, (context) => sweptMarkdown(why, context));
    info(why);
    return;
  }
  await summarize(settings, (context) => failureMarkdown(why, context));
  const message = `Nothing is known of what is left, as the drain failed: ${why}`;
  if (settings.onLeak === 'fail') setFailed(message);
  else warning(message);
  // Whoever works for the session needs its folders.
  if (!isOf(cause, 'session-taken')) await clear(workplace, false);
}

/** What is told by then stands, whatever becomes of the folders. */
async function clear(workplace: Workplace, isDone: boolean): Promise<void> {
  try {
    await clearWorkplace(workplace, { isDone });
    if (!isDone) info(KEPT);
  } catch (cause) {
    warning(`The folders of the session could not be removed: ${describeError(cause)}`);
  }
}

const KEPT = 'The next job on this machine, or topo-gc sweep, tries again what is left';

const lost = ({ inPlaceBecause }: DrainResult) => (inPlaceBecause === undefined ? {} : { inPlaceBecause });

/** Where it can't be written, as on a full disk, the log tells the same. */
async function summarize(settings: Settings, write: (context: SummaryContext) => string): Promise<void> {
  if (!settings.summary) return;
  try {
    await summary.addRaw(write({ jobStatus: readJobStatus(), postMs: msSinceStart() })).write();
  } catch (cause) {
    warning(`The job summary could not be written: ${describeError(cause)}`);
  }
}

async function drain(workplace: Workplace, { drainTimeoutMs }: Settings): Promise<DrainResult> {
  startGroup('Draining: waiting for what has not stopped, and removing all');
  try {
    return await drainSession({
      workplace,
      // What this process has already taken is of the same minutes.
      budgetMs: drainTimeoutMs - msSinceStart(),
      onProgress: (progress) => info(progressLine(progress)),
      onLost: (why) => info(`The agent is lost, draining from its journal: ${why}`),
    });
  } finally {
    endGroup();
  }
}

/** Whether anything is left decides how the step ends; each of it is said where people look. */
function announce(report: Report, onLeak: Settings['onLeak']): void {
  info(plainReport(report));
  for (const { level, title, message } of annotations(report, onLeak === 'fail' ? 'error' : 'warning'))
    (level === 'error' ? error : warning)(message, title);
  if (onLeak === 'fail' && isLeaking(report)) process.exitCode = ExitCode.Failure;
}

/** What the agent did, line by line, where the runner is asked for all that there is to know. */
function debugLog(path: string): void {
  if (!isDebug()) return;
  startGroup('Log of the agent');
  try {
    for (const line of readFileSync(path, 'utf8').trimEnd().split('\n')) debug(line);
  } catch (cause) {
    debug(`The log could not be read: ${describeError(cause)}`);
  }
  endGroup();
}

outliveReaders();
// A process that something still holds open would use up the time of the steps behind it.
endAfter(
  post()
    .catch((cause) => setFailed(describeError(cause)))
    .then(() => process.exitCode),
  { patienceMs: READER_MS },
);
