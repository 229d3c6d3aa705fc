import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { type StepResult, stepNamed } from './model/job-model.ts';
import { lentContainer } from './model/lent-container.ts';

const submit = (selector: string) => `topo-gc submit ${selector} && exit 1 || test $? = 1`;

const NETWORK = '{{range .NetworkSettings.Networks}}{{.NetworkID}}{{end}}';

/** The ids and networks of the containers that carry a label and run. */
function running(label: string): string[] {
  const format = '{{.ID}} {{.Networks}}';
  const args = ['ps', '--filter', `label=${label}`, '--format', format, '--no-trunc'];
  return execFileSync('docker', args, { encoding: 'utf8' }).trim().split('\n').sort();
}

test.each(['true', 'false'])(
  'the job’s container, its services and their network stay, whatever names or finds them; protect: %s',
  async (protect) => {
    await using objects = new EngineObjects();
    const label = `${objects.named('suite')}=vlan`;
    const labelled = lentContainer(['--label', label]);
    let before: string[] = [];
    const job = await runJob({
      container: labelled,
      services: { db: { ...labelled, command: ['sleep', '600'] } },
      steps: [
        gcStep({ protect, 'sweep-labels': label }),
        {
          observe: () => {
            before = running(label);
          },
        },
        { name: 'reaches its service', run: 'ping -c 1 -w 5 db' },
        { name: 'by id', run: submit('--container "$HOSTNAME"') },
        { name: 'by label', run: submit(`--label ${label}`) },
        {
          name: 'by network',
          run: submit(`--network "$(docker inspect --format '${NETWORK}' "$HOSTNAME")"`),
        },
      ],
      beforeCompletion: () => expect(running(label)).toEqual(before),
    });
    expect(before).toHaveLength(2);
    const refusals = ['by id', 'by label', 'by network'].map((name) => stepNamed(job, name));
    expect(refusals.map(({ outcome }: StepResult) => outcome)).toEqual(['success', 'success', 'success']);
    expect(refusals[0]?.log).toContain("is the job's own container");
    expect(
      refusals[1]?.log.match(/is the job's own container or one of its service containers/g),
    ).toHaveLength(2);
    expect(refusals[2]?.log).toContain("is the job's own network");
    expect(job.status).toBe('success');
    expect(stepNamed(job, 'Post gc').summary).toContain('nothing left');
  },
);

test('a topology’s network that a test has connected the job’s container to goes all the same', async () => {
  await using objects = new EngineObjects();
  const network = objects.named('net');
  const job = await runJob({
    container: lentContainer(),
    steps: [
      gcStep(),
      {
        observe: async () => {
          await objects.network('net');
          await objects.container('web', { network });
        },
      },
      {
        name: 'connect',
        run: `docker network connect ${network} "$HOSTNAME"; ping -c 1 -w 5 ${objects.named('web')}`,
      },
      { name: 'submit', run: `topo-gc submit --container ${objects.named('web')} --network ${network}` },
    ],
    beforeCompletion: async () => expect(await objects.left()).toEqual([]),
  });
  expect(job.status, stepNamed(job, 'connect').log).toBe('success');
  expect(stepNamed(job, 'Post gc').summary).toContain('**1 container, 1 network** of 1 topology removed');
});
