import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOSTILE } from '../fakes/made-report.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { engineEnvironment, gcStep, REPOSITORY } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { askAgent } from './model/job-agent.ts';
import { type Environment, stepNamed } from './model/job-model.ts';

const NAME = HOSTILE.join(' ');

/** What the page has been given, and that it is the report beside it. */
function shownReport(folder: string) {
  const html = readFileSync(join(folder, 'report.html'), 'utf8');
  const [, json = ''] = /<script type="application\/json" id="report">([^<]*)<\/script>\n/.exec(html) ?? [];
  const report = JSON.parse(json);
  expect(report).toEqual(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')));
  return report;
}

test('each drain writes the report and its page where the outputs say', { timeout: 60_000 }, async () => {
  await using objects = new EngineObjects();
  const submit = async (environment: Environment, id: string) => {
    const container = await objects.container(id);
    const topology = { id, name: NAME, containers: [container.id] };
    expect((await askAgent(environment, 'POST', '/v1/topologies', topology)).status).toBe(202);
  };
  const told = ({ TOPO_GC_DIR = '' }: Environment) =>
    shownReport(TOPO_GC_DIR).topologies.map(({ name }: { name: string }) => name);
  const job = await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep(),
      {
        observe: async (environment) => {
          expect(existsSync(join(environment.TOPO_GC_DIR ?? '', 'report.html'))).toBe(false);
          await submit(environment, 'early');
        },
      },
      { name: 'drain', run: 'topo-gc drain' },
      {
        observe: async (environment) => {
          expect(told(environment)).toEqual([NAME]);
          await submit(environment, 'late');
        },
      },
    ],
    beforeCompletion: async (environment) => expect(told(environment)).toEqual([NAME, NAME]),
  });
  expect(job.status).toBe('success');
  const { dir = '', ...outputs } = stepNamed(job, 'gc').outputs;
  expect(outputs).toMatchObject({
    'report-json': join(dir, 'report.json'),
    'report-html': join(dir, 'report.html'),
  });
});

/** `topo-gc run` with a report, of a command that says so where it runs. */
function run(folder: TemporaryFolder, reports: string) {
  // What other tests make on the engine meanwhile would be strays.
  const options = ['--strays', 'ignore', '--report', reports];
  const command = [join(REPOSITORY, 'dist/cli/index.js'), 'run', ...options, '--', 'echo', 'it ran'];
  const env = { ...process.env, TOPO_GC_STATE: join(folder.path, 'state') };
  return spawnSync(process.execPath, command, { env, encoding: 'utf8' });
}

test('`topo-gc run --report` keeps both in a folder that it makes', () => {
  using folder = new TemporaryFolder();
  const reports = join(folder.path, 'made', 'reports');
  expect(run(folder, reports)).toMatchObject({ status: 0, stdout: 'it ran\n' });
  expect(shownReport(reports)).toMatchObject({ version: 1, topologies: [], leaks: [] });
});

test('`topo-gc report` shows the reports of two runs on one page', () => {
  using folder = new TemporaryFolder();
  const reports = ['a', 'b'].map((name) => join(folder.path, name));
  for (const each of reports) expect(run(folder, each).status).toBe(0);
  const [html, json] = ['fleet.html', 'fleet.json'].map((name) => join(folder.path, name)) as [
    string,
    string,
  ];
  const files = reports.map((each) => join(each, 'report.json'));
  const command = [join(REPOSITORY, 'dist/cli/index.js'), 'report', ...files, '--html', html, '--json', json];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  const fleet = JSON.parse(readFileSync(json, 'utf8'));
  expect(fleet).toMatchObject({ missing: 0, totals: { jobs: 2, clean: 2, leaks: 0 } });
  expect(fleet.jobs.map(({ name }: { name: string }) => name)).toEqual(['a', 'b']);
  const [, shown = ''] =
    /<script type="application\/json" id="report">([^<]*)<\/script>\n/.exec(readFileSync(html, 'utf8')) ?? [];
  expect(JSON.parse(shown)).toEqual(fleet);
});

test('what is no folder is refused before anything runs', () => {
  using folder = new TemporaryFolder();
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  const { status, stdout, stderr } = run(folder, file);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`--report is "${file}": it takes a folder`);
});
