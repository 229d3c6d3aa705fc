import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runnerLabel } from '../../../../src/adapters/github/runner-label.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

test('is the beginning of a hash of the runner’s settings in small letters, without their byte order mark', () => {
  using runner = new TemporaryFolder();
  expect(() => runnerLabel(runner.path)).toThrow('ENOENT');
  writeFileSync(runner.file('.runner'), '\ufeff{"agentName": "Runner-1"}');
  const hash = createHash('sha256').update('{"agentname": "runner-1"}').digest('hex');
  expect(runnerLabel(runner.path)).toBe(hash.slice(0, 6));
});
