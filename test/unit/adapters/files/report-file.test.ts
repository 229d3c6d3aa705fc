import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeReport } from '../../../../src/adapters/files/report-files.ts';
import { emptyLedger } from '../../../../src/domain/ledger/ledger.ts';
import { buildReport } from '../../../../src/domain/report/report.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const session = { id: 's1', startedAt: '2026-11-24T10:00:00Z', engineId: 'ENGINE' };
const report = (endedAt: number) => buildReport({ ...emptyLedger(), session }, { endedAt, inputs: {} });

test('the last report takes the place of the one before, whole, also where two are written at once', async () => {
  using folder = new TemporaryFolder();
  const path = folder.file('report.json');
  await writeReport(path, report(1));
  await Promise.all([writeReport(path, report(2)), writeReport(path, report(2))]);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: 1, endedAt: 2 });
  expect(readdirSync(folder.path)).toEqual(['report.json']);
});

test('one that can not be written leaves nothing behind', async () => {
  using folder = new TemporaryFolder();
  const path = folder.file('report.json');
  mkdirSync(path);
  await expect(writeReport(path, report(1))).rejects.toThrow('EISDIR');
  expect(readdirSync(folder.path)).toEqual(['report.json']);
});
