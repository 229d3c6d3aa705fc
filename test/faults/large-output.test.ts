import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { engineEnvironment, gcStep, REPOSITORY } from '../runner/model/bundle-job.ts';
import { runJob } from '../runner/model/job.ts';
import { stepNamed } from '../runner/model/job-model.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';

const CLI = join(REPOSITORY, 'dist/cli/index.js');

/** So many topologies of so many members that a pipe does not take what is told of them at once. */
const TOPOLOGIES = 300;
const ABSENT = Array.from({ length: 20 }, (_, at) => `nobody-${at}`);

async function submitMany(agent: AgentUnderTest): Promise<void> {
  for (let at = 0; at < TOPOLOGIES; at++) await agent.submit({ id: `lab-${at}`, containers: ABSENT });
}

function listOf(agent: AgentUnderTest): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [CLI, 'list', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TOPO_GC_SOCKET: agent.socket },
  });
}

test('topo-gc list --json writes all of a long list to a pipe, and a reader that leaves early ends it well', async () => {
  await using agent = await AgentUnderTest.start();
  await submitMany(agent);
  const whole = listOf(agent);
  const ended = once(whole, 'exit');
  expect(JSON.parse(await text(whole.stdout))).toHaveLength(TOPOLOGIES);
  expect(await ended).toEqual([0, null]);
  const left = listOf(agent);
  const leftAfter = once(left, 'exit');
  const said = text(left.stderr);
  await once(left.stdout, 'data');
  left.stdout.destroy();
  expect(await leftAfter).toEqual([0, null]);
  expect(await said).toBe('');
});

test('a drain in place tells all of a large session', async () => {
  await using agent = await AgentUnderTest.startProcess();
  await submitMany(agent);
  await agent.kill();
  const { topologies } = await agent.drainInPlace();
  expect(topologies).toHaveLength(TOPOLOGIES);
});

test('a post step with more to say than a pipe takes says all', async () => {
  const files = Array.from({ length: 1_200 }, (_, at) => `rejected-${at}-${'x'.repeat(80)}.json`);
  const job = await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep({ 'on-leak': 'warn', 'drain-timeout': '30s' }),
      {
        observe: async (environment) => {
          for (const file of files) writeFileSync(join(environment.TOPO_GC_SPOOL ?? '', file), 'no JSON');
        },
      },
    ],
  });
  const { log, outcome } = stepNamed(job, 'Post gc');
  expect(files.filter((file) => !log.includes(file))).toEqual([]);
  expect(outcome).toBe('success');
});
