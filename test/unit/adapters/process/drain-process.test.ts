import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drainInPlace } from '../../../../src/adapters/process/drain-process.ts';
import { identifyProcess } from '../../../../src/adapters/process/process-identity.ts';
import { TopoGcError } from '../../../../src/domain/errors.ts';
import type { DrainProgress } from '../../../../src/protocol/agent-service.ts';
import { toProblem } from '../../../../src/protocol/problem.ts';
import { REPORT } from '../../../fakes/fake-agent-service.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

let folder: TemporaryFolder;
let seen: DrainProgress[];

beforeEach(() => {
  folder = new TemporaryFolder();
  seen = [];
});
afterEach(() => folder[Symbol.dispose]());

const line = (content: object) => `console.log(${JSON.stringify(JSON.stringify(content))});`;

/** Runs a script that stands in for the agent's bundle. */
function drain(script: string, signal = new AbortController().signal) {
  writeFileSync(folder.file('agent.cjs'), script);
  return drainInPlace({
    script: folder.file('agent.cjs'),
    stateFolder: '/state/s1',
    budgetMs: 4999.5,
    trigger: 'recovery',
    log: folder.file('agent.log'),
    onProgress: (progress) => seen.push(progress),
    signal,
  });
}

const logged = () => readFileSync(folder.file('agent.log'), 'utf8');

test('the process is told where the state is and how long it has, and its report is read', async () => {
  const report = await drain(`
    console.error(process.argv.slice(2).join(' '));
    ${line({ type: 'progress', topology: 'lab' })}
    ${line({ type: 'report', report: REPORT })}`);
  expect(report).toEqual(REPORT);
  expect(seen).toMatchObject([{ topology: 'lab' }]);
  expect(logged()).toBe('/state/s1 --drain 5000 --trigger recovery\n');
});

test('what it ends with is thrown', async () => {
  const problem = toProblem(new TopoGcError('engine-not-found', 'No engine.'));
  await expect(drain(line({ type: 'problem', problem }))).rejects.toMatchObject({ code: 'engine-not-found' });
});

test('one that ends without a word is an error', async () => {
  await expect(drain('process.exit(1)')).rejects.toThrow('ended before the report');
});

test('one that hangs is killed when the signal fires', async () => {
  const abort = new AbortController();
  const script =
    "process.on('SIGTERM', () => {}); console.error(process.pid); setInterval(() => {}, 60_000);";
  const draining = drain(script, abort.signal);
  draining.catch(() => {});
  await vi.waitFor(() => expect(logged()).toMatch(/^\d+\n$/), { timeout: 8_000 });
  abort.abort(new Error('the time is up'));
  await expect(draining).rejects.toThrow();
  await vi.waitFor(() => expect(identifyProcess(Number(logged()))).toBeUndefined(), { timeout: 8_000 });
});
