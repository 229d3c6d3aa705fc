import { expect, test } from 'vitest';
import { HookRecordFile } from '../../../src/adapters/journal/hook-record.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { noteTold } from '../../../src/session/steps/note-told.ts';
import { workplaceAt } from '../../../src/session/workplace.ts';
import { STRAYS } from '../../fakes/fake-agent-service.ts';
import { madeReport } from '../../fakes/made-report.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

/** What the record of a started hook says after the post step has told `report`. */
function noted(report: Report, session = 'tgc-1') {
  using temporary = new TemporaryFolder();
  const [root, runner] = [temporary.file('root'), temporary.file('runner')];
  const file = new HookRecordFile(root, runner);
  file.write({ job: 'j', session, folder: '/f', isOwn: false });
  noteTold(workplaceAt('/f', `${root}/tgc-1`, false), report, { RUNNER_TEMP: runner });
  return file.read()?.told;
}

test('the completed hook learns whether anything is left, strays too', () => {
  expect(noted(madeReport())).toBe('clean');
  expect(noted(madeReport({ unconfirmed: 'no answer' }))).toBe('left');
  expect(noted(madeReport({ strays: STRAYS }))).toBe('left');
  expect(noted(madeReport({ strays: { ...STRAYS, isFailure: true } }))).toBe('left');
});

test('the record of another session stays as it is', () => {
  expect(noted(madeReport(), 'tgc-2')).toBeUndefined();
});
