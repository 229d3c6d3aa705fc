import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HookRecordFile, jobOf } from '../../../../src/adapters/journal/hook-record.ts';
import { statesUnder } from '../../../../src/adapters/journal/state-root.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const RECORD = { job: 'j', session: 'tgc-1', folder: '/f', isOwn: false };

let temporary: TemporaryFolder;
const file = (runner: string) => new HookRecordFile(temporary.file('root'), runner);

beforeEach(() => {
  temporary = new TemporaryFolder();
});
afterEach(() => temporary[Symbol.dispose]());

test('each runner of a host has its own, and none of them counts as a session', () => {
  expect(file('/a').read()).toBeUndefined();
  file('/a').write(RECORD);
  file('/b').write({ ...RECORD, session: 'tgc-2', told: 'left' });
  expect(file('/a').read()).toEqual(RECORD);
  expect(file('/b').read()).toMatchObject({ session: 'tgc-2', told: 'left' });
  expect(statesUnder(temporary.file('root'))).toEqual({ own: [], foreign: [] });
  file('/a').remove();
  file('/a').remove();
  expect(file('/a').read()).toBeUndefined();
});

test.each(['null', '[]', '{"session": "x"}'])('%s is not taken for one', (content) => {
  file('/a').write(RECORD);
  writeFileSync(file('/a').path, content);
  expect(() => file('/a').read()).toThrow('is not of its form');
});

test('two jobs of a runner are told apart, also where it tracks no processes', () => {
  const env = { GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'test' };
  expect(jobOf(env)).toBe(jobOf({ ...env, OTHER: 'x' }));
  for (const other of [{ GITHUB_RUN_ID: '2' }, { GITHUB_RUN_ATTEMPT: '2' }, { RUNNER_TRACKING_ID: 'x' }])
    expect(jobOf({ ...env, ...other })).not.toBe(jobOf(env));
});
