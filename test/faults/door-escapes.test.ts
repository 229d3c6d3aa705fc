import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineEnvironment, gcStep } from '../runner/model/bundle-job.ts';
import { runJob } from '../runner/model/job.ts';
import { askAgent } from '../runner/model/job-agent.ts';
import { stepNamed } from '../runner/model/job-model.ts';
import { EngineObjects } from '../support/engine-objects.ts';

/** What a name may hold that means something to the runner, to Markdown, to HTML or to Mermaid. */
const NAME = [
  '::error::pwned',
  '::add-mask::pwned',
  'in the middle ##[error]pwned',
  '##[stop-commands]pwned',
  '##[add-mask]pwned',
  '```',
  '</details><img src=pwned> | [pwned](http://pwned) `x`',
  'section pwned',
  'click pwned href "http://pwned"; x :crit, 0, 1',
].join('\n');

/** Ids take colons. */
const ID = 'x::error::pwned';

/** What a topology without a line break may be named: it stands in the middle of lines. */
const LINE = 'in the middle ##[stop-commands]pwned ##[add-mask]pwned';

const FILE = '::error title=pwned::##[stop-commands]<img src=pwned>|`.json';

test('names that are commands, Markdown, HTML or Mermaid are shown, and do nothing', async () => {
  await using objects = new EngineObjects();
  const job = await runJob({
    env: { ...engineEnvironment(), RUNNER_DEBUG: '1' },
    steps: [
      gcStep({ 'on-leak': 'warn', 'drain-timeout': '10s', 'deaf-containers': 'wait' }),
      {
        observe: async (environment) => {
          const volume = await objects.volume('data', { 'a::error::pwned': NAME });
          const mine = await objects.container('mine', {
            stubborn: true,
            stopTimeout: 1,
            labels: { pwned: NAME },
          });
          await objects.container('other', { volume: volume.name });
          const topology = {
            ...{ id: ID, name: NAME, containers: [mine.id, '::error::pwned'], volumes: [volume.name] },
            metadata: { [NAME]: NAME },
          };
          expect((await askAgent(environment, 'POST', '/v1/topologies', topology)).status).toBe(202);
          const named = { id: 'line', name: LINE, volumes: [(await objects.volume('more')).name] };
          expect((await askAgent(environment, 'POST', '/v1/topologies', named)).status).toBe(202);
          writeFileSync(join(environment.TOPO_GC_SPOOL ?? '', FILE), '{"::error::pwned": 1}');
        },
      },
      {
        name: 'ask',
        run: `topo-gc list; topo-gc list --json; topo-gc submit --container '${LINE}' || [ $? = 2 ]; topo-gc drain || [ $? = 70 ]`,
      },
      { name: 'after', run: `echo pwned is no secret; echo '::warning::heard'` },
    ],
  });
  expect(stepNamed(job, 'ask').annotations).toEqual([]);
  expect(stepNamed(job, 'ask').log).toContain('in the middle # #[stop-commands]pwned # #[add-mask]pwned');
  expect(stepNamed(job, 'after').annotations).toEqual([{ level: 'warning', message: 'heard' }]);
  expect(stepNamed(job, 'after').log).toContain('pwned is no secret');
  const { annotations, summary, log } = stepNamed(job, 'Post gc');
  // The volume is in use, two hand-overs name nothing, and a container had to be killed: each is one message.
  expect(annotations.map(({ level, title }) => [level, title])).toEqual([
    ['warning', 'Leak'],
    ['warning', 'Leak'],
    ['warning', 'Not confirmed'],
    ['warning', 'Not taken'],
    ['warning', 'Not taken'],
    ['warning', 'Stop signal ignored'],
  ]);
  expect(annotations.map(({ message }) => message).join('\n')).toContain(`volume ${objects.named('data')}`);
  expect(log).toContain('pwned');
  expect(summary).toContain('pwned');
  const outsideOfCode = summary.replaceAll(/`[^`\n]*`/g, '');
  expect(outsideOfCode).not.toMatch(/<img|\]\(http|^::|^##\[/m);
  expect(outsideOfCode.split('<details>').length).toBe(outsideOfCode.split('</details>').length);
  const chart = /```mermaid\n(.*?)```/s.exec(summary)?.[1] ?? '';
  expect(chart).toContain('pwned');
  expect(chart).not.toMatch(/^\s*(section|click) pwned|href "|:crit, 0/m);
});
