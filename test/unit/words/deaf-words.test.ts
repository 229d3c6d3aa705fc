import { expect, test } from 'vitest';
import { deafLines, describeDeaf } from '../../../src/words/deaf-words.ts';
import { plainReport } from '../../../src/words/plain-report.ts';
import { summaryMarkdown } from '../../../src/words/summary.ts';
import { madeReport, reportedTopology } from '../../fakes/made-report.ts';

const web = { container: 'web', signal: 'SIGTERM', afterMs: 1200, savedMs: 8800 };
const db = { container: 'db', signal: 'SIGUSR1', afterMs: 1300, savedMs: 58_700 };

test('one is told with its signal and what was saved', () => {
  expect(describeDeaf(web)).toBe('could not hear SIGTERM, killed after 1.2s, 8.8s of grace saved');
});

test('the command tells all in one line, the job summary each', () => {
  const report = madeReport({
    topologies: [reportedTopology('lab', { deaf: [web, db] }), reportedTopology('shop')],
  });
  const line = '2 containers could not hear SIGTERM or SIGUSR1, killed after 1.3s, 1m 7.5s of grace saved';
  expect(deafLines(report)).toEqual([line]);
  expect(plainReport(report)).toContain(`\n${line}`);
  const markdown = summaryMarkdown(report, { jobStatus: 'success', postMs: 0 });
  expect(markdown).toContain('Could not hear their stop signal and were killed at once (2)');
  expect(markdown).toContain('could not hear SIGTERM, killed after 1.2s, 8.8s of grace saved');
});

test('nothing is told where all heard it', () => {
  expect(deafLines(madeReport({ topologies: [reportedTopology('lab')] }))).toEqual([]);
});
