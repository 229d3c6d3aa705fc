import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../../../src/cli/command.ts';
import { reportCommand } from '../../../../src/cli/commands/report-command.ts';
import { describeFault } from '../../../../src/domain/errors.ts';
import type { Report } from '../../../../src/domain/report/report.ts';
import { plainFleet } from '../../../../src/words/plain-fleet.ts';
import { plainReport } from '../../../../src/words/plain-report.ts';
import { madeFleet } from '../../../fakes/made-fleet.ts';
import { leakingLife, madeLife } from '../../../fakes/made-life.ts';
import { CommandFromSource } from '../../../support/command-from-source.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const LIFE = madeLife({ count: 12, everyMs: 6000, batch: 6 });

const ofSession = (report: Report, id: string): Report => ({ ...report, session: { ...report.session, id } });

const CLEAN = ofSession(LIFE, 'clean');
const LEAKING = ofSession(leakingLife(LIFE), 'leaking');

let folder: TemporaryFolder;
let command: CommandFromSource;
beforeEach(() => {
  folder = new TemporaryFolder();
  command = new CommandFromSource();
  mkdirSync(folder.file('a'));
  mkdirSync(folder.file('b'));
  writeFileSync(folder.file('a/report.json'), JSON.stringify(CLEAN));
  writeFileSync(folder.file('b/report.json'), JSON.stringify(LEAKING));
});
afterEach(() => {
  folder[Symbol.dispose]();
  command[Symbol.dispose]();
});

function topoGc(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('topo-gc', ['report', ...args], {
    cwd: folder.path,
    env: { ...process.env, ...command.environment('') },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** In this process; the arguments that begin with `/` are below the folder. */
const run = (args: readonly string[]): Promise<number> =>
  reportCommand.run(args.map((arg) => (arg.startsWith('/') ? folder.file(arg.slice(1)) : arg)));

/** What is there below the folder. */
const files = (): string[] => readdirSync(folder.path, { recursive: true }).map(String).sort();

test('one report is told as its drain has told it', { timeout: 30_000 }, () => {
  expect(topoGc('b/report.json')).toEqual({ status: 0, stdout: `${plainReport(LEAKING)}\n`, stderr: '' });
});

test('several are told as one, and the JSON has the same figures', { timeout: 30_000 }, async () => {
  const expected = JSON.parse(JSON.stringify(madeFleet({ a: CLEAN, b: LEAKING }, 3)));
  const paths = ['a/report.json', 'b/report.json'];
  expect(topoGc(...paths, '--expect', '3')).toEqual({
    status: 0,
    stdout: `${plainFleet(expected)}\n`,
    stderr: '',
  });
  expect(await run([...paths.map((path) => `/${path}`), '--expect=3', '--json', '/fleet.json'])).toBe(0);
  const { jobs, ...written } = JSON.parse(readFileSync(folder.file('fleet.json'), 'utf8'));
  const { jobs: expectedJobs, ...figures } = expected;
  expect(written).toEqual(figures);
  expect(jobs.map(({ name }: { name: string }) => name)).toEqual(
    expectedJobs.map(({ name }: { name: string }) => name),
  );
});

test('every bad file is named with its field, and nothing is written', { timeout: 30_000 }, () => {
  writeFileSync(folder.file('newer.json'), JSON.stringify({ ...CLEAN, version: 2 }));
  writeFileSync(folder.file('half.json'), JSON.stringify(CLEAN).slice(0, 100));
  writeFileSync(folder.file('wrong.json'), JSON.stringify({ ...CLEAN, drainMs: 'long' }));
  writeFileSync(folder.file('same-session.json'), JSON.stringify({ ...CLEAN, endedAt: 1 }));
  symlinkSync('a/report.json', folder.file('link.json'));
  writeFileSync(folder.file('fleet.json'), 'old');
  const before = files();
  const bad = ['newer.json', 'half.json', 'wrong.json', 'same-session.json', 'link.json', 'gone.json', 'a'];
  const { status, stdout, stderr } = topoGc(
    'a/report.json',
    ...bad,
    '--json',
    'fleet.json',
    '--html',
    'fleet.html',
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([
    'topo-gc: Not every file is a report that can be read; nothing was written',
    expect.stringMatching(/^topo-gc: {3}newer\.json: version "2": takes 1: /),
    expect.stringMatching(/^topo-gc: {3}half\.json: is no JSON, or not all of it .*: takes a report\.json/),
    'topo-gc:   wrong.json: drainMs "long": takes a number',
    'topo-gc:   same-session.json: session.id "clean": is also the session of a/report.json: takes one report of each session, the last one',
    'topo-gc:   link.json: is given twice, also as a/report.json: takes each report once',
    'topo-gc:   gone.json: is not there',
    'topo-gc:   a: is a folder',
  ]);
  expect(files()).toEqual(before);
  expect(readFileSync(folder.file('fleet.json'), 'utf8')).toBe('old');
});

const faultsOf = (args: readonly string[]): Promise<string[]> =>
  run(args).then(
    () => [],
    (error) =>
      error.faults.map(describeFault).map((fault: string) => fault.replaceAll(`${folder.path}/`, '')),
  );

test('the same path twice is refused', async () => {
  expect(await faultsOf(['/a/report.json', '/a/report.json'])).toEqual([
    'a/report.json: is given twice: takes each report once',
  ]);
});

test('what is no file, or leads nowhere, is named, and nobody waits for it', async () => {
  spawnSync('mkfifo', [folder.file('pipe')]);
  symlinkSync('loop', folder.file('loop'));
  expect(await faultsOf(['/pipe', '/loop', '/a/report.json/x'])).toEqual([
    'pipe: is no plain file',
    'loop: is a link to itself',
    'a/report.json/x: is not there',
  ]);
});

test.each([
  [[], 'name the reports: topo-gc report reports/*/report.json'],
  [['--expect', 'all', '/a/report.json'], '--expect "all": takes a count from 1 to 1000000'],
  [['/a/report.json', '--html', ''], '--html "": is empty; takes a file in a folder that exists'],
  [['/a/report.json', '--json', '/b'], /--json ".*\/b": is a folder; takes a file in a folder that exists/],
  [['/a/report.json', '--json', '/no/x'], /--json ".*\/no\/x": there is no folder .*\/no; takes a file/],
  [['/a/report.json', '--json', '/b/../a/report.json'], /is one of the reports, and would replace it/],
  [
    ['/a/report.json', '--json', '/x', '--html', '/b/../x'],
    /^--json .*\/x: is also --html; takes another file/,
  ],
])('%j is a mistake of the command line', async (args, said) => {
  const before = files();
  const fault = await run(args).catch((error) => error);
  expect(fault).toBeInstanceOf(UsageError);
  expect(fault.message).toMatch(said);
  expect(files()).toEqual(before);
});

test('a page that this distribution lacks is told, and no JSON is written without it', async () => {
  const before = files();
  const asked = run(['/a/report.json', '--json', '/x.json', '--html', '/x.html']);
  await expect(asked).rejects.toThrow(/the page is not built: .*\/page\/fleet\.html is not there/);
  expect(files()).toEqual(before);
});
