import { dirname } from 'node:path';
import { warning } from '../../adapters/github/step-output.ts';
import { HookRecordFile } from '../../adapters/journal/hook-record.ts';
import { describeError } from '../../domain/errors.ts';
import { isAllGone, type Report } from '../../domain/report/report.ts';
import type { Workplace } from '../workplace.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Leaves to the runner's completed hook, if its started hook has begun the session, that this step has told the rest. */
export function noteTold({ session, state }: Workplace, report: Report, env: Environment): void {
  try {
    const file = new HookRecordFile(dirname(state.path), env.RUNNER_TEMP ?? '');
    const record = file.read();
    if (record?.session !== session) return;
    file.write({ ...record, told: isAllGone(report) ? 'clean' : 'left' });
  } catch (error) {
    warning(
      `The runner's completed hook drains once more, as it can't be told of this drain: ${describeError(error)}`,
    );
  }
}
