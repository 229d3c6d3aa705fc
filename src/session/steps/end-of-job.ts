import { readFileSync } from 'node:fs';
import { ExitCode, isDebug, summary } from '@actions/core';
import { readJobStatus } from '../../adapters/github/action-inputs.ts';
import {
  debug,
  endGroup,
  error,
  info,
  setFailed,
  startGroup,
  warning,
} from '../../adapters/github/step-output.ts';
import { msSinceStart } from '../../adapters/host/system-clock.ts';
import { describeError, type ErrorCode, TopoGcError } from '../../domain/errors.ts';
import { isFailedByStrays, isLeaking, type Report } from '../../domain/report/report.ts';
import type { Settings } from '../../domain/settings.ts';
import { runnerOf } from '../../protocol/runners.ts';
import { annotations } from '../../words/annotations.ts';
import { plainSummary } from '../../words/plain/plain-summary.ts';
import { plainReport } from '../../words/plain-report.ts';
import type { SummaryContext } from '../../words/summary/summary-context.ts';
import { failureMarkdown, summaryMarkdown, sweptMarkdown } from '../../words/summary.ts';
import type { DrainResult } from '../drain-session.ts';
import { clearWorkplace } from '../tidy-up.ts';
import type { Workplace } from '../workplace.ts';

/** Reports what a drain has left, in the summary and the step's output, and ends the step accordingly. */
export async function endWithReport(
  result: DrainResult,
  workplace: Workplace,
  settings: Settings,
): Promise<void> {
  const { report } = result;
  const context = { ...contextNow(), ...lost(result) };
  await summarize(settings, () => summaryMarkdown(report, context));
  debugLog(workplace.log);
  info(settings.summary && !hasPage() ? plainSummary(report, context) : plainReport(report));
  announce(report, settings.onLeak);
  await clear(workplace, !isLeaking(result.report));
}

const isOf = (cause: unknown, code: ErrorCode): boolean =>
  cause instanceof TopoGcError && cause.code === code;

/** Reports that there is no report, and ends the step accordingly. */
export async function endWithoutReport(
  cause: unknown,
  workplace: Workplace,
  settings: Settings,
): Promise<void> {
  const why = describeError(cause);
  if (isOf(cause, 'already-swept')) {
    await summarize(settings, () => sweptMarkdown(why, contextNow()));
    info(why);
    return;
  }
  await summarize(settings, () => failureMarkdown(why, contextNow()));
  const message = `The drain failed, so it is unknown what is left: ${why}`;
  if (settings.onLeak === 'fail') setFailed(message);
  else warning(message);
  // The process that works for the session needs its folders.
  if (!isOf(cause, 'session-taken')) await clear(workplace, false);
}

/** What has been reported by then stands, whatever happens to the folders. */
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

const contextNow = (): SummaryContext => ({ jobStatus: readJobStatus(), postMs: msSinceStart() });

/** Whether a summary is shown as a page. Elsewhere its Markdown would only make the log hard to read. */
const hasPage = (): boolean => runnerOf(process.env).showsSummary(process.env);

/** If the summary can't be written, as on a full disk, the log says the same. */
async function summarize(settings: Settings, write: () => string): Promise<void> {
  if (!settings.summary || !hasPage()) return;
  try {
    await summary.addRaw(write()).write();
  } catch (cause) {
    warning(`The job summary could not be written: ${describeError(cause)}`);
  }
}

/** What is left decides how the step ends; each leak is reported where people look. */
function announce(report: Report, onLeak: Settings['onLeak']): void {
  for (const { level, title, message } of annotations(report, onLeak === 'fail' ? 'error' : 'warning'))
    (level === 'error' ? error : warning)(message, title);
  if ((onLeak === 'fail' && isLeaking(report)) || isFailedByStrays(report))
    process.exitCode = ExitCode.Failure;
}

/** What the agent did, line by line, if the runner's debug log is on. */
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
