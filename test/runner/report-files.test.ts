import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EngineObjects } from '../engine-objects.ts';
import { HOSTILE } from '../fakes/made-report.ts';
import { askAgent } from './agent-client.ts';
import { engineEnvironment, gcStep } from './bundle-job.ts';
import { runJob } from './job.ts';
import { type Environment, stepNamed } from './job-model.ts';

const NAME = HOSTILE.join(' ');

/** What the page has been given, and that it is the report beside it. */
function shownReport({ TOPO_GC_DIR = '' }: Environment) {
  const html = readFileSync(join(TOPO_GC_DIR, 'report.html'), 'utf8');
  const [, json = ''] = /<script type="application\/json" id="report">([^<]*)<\/script>\n/.exec(html) ?? [];
  const report = JSON.parse(json);
  expect(report).toEqual(JSON.parse(readFileSync(join(TOPO_GC_DIR, 'report.json'), 'utf8')));
  return report;
}

test('each drain writes the report and its page where the outputs say', { timeout: 60_000 }, async () => {
  await using objects = new EngineObjects();
  const submit = async (environment: Environment, id: string) => {
    const container = await objects.container(id);
    const topology = { id, name: NAME, containers: [container.id] };
    expect((await askAgent(environment, 'POST', '/v1/topologies', topology)).status).toBe(202);
  };
  const told = (environment: Environment) =>
    shownReport(environment).topologies.map(({ name }: { name: string }) => name);
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
