import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { scriptedStep } from './fixtures/scripted-step.ts';
import { ACT, FORGEJO, GITEA, GITHUB } from './model/flavours.ts';
import { runJob } from './model/job.ts';
import { stepNamed } from './model/job-model.ts';

describe.concurrent('the order of a job', () => {
  test('post steps run after all others, last in first out, each with the state of its own main', async () => {
    const save = (value: string) => `fs.appendFileSync(env.GITHUB_STATE, 'token=${value}\\n');`;
    const tell = "console.log('token is ' + env.STATE_token);";
    const job = await runJob({
      steps: [
        scriptedStep('one', save('1'), tell),
        scriptedStep('two', save('2'), tell),
        { name: 'script', run: 'echo "token is $STATE_token"' },
      ],
    });
    expect(job.status).toBe('success');
    expect(job.steps.map((step) => step.name)).toEqual(['one', 'two', 'script', 'Post two', 'Post one']);
    expect(job.steps.map((step) => step.log)).toEqual(['', '', 'token is ', 'token is 2', 'token is 1']);
    expect(stepNamed(job, 'one').state).toEqual({ token: '1' });
  });

  test('a failed main step fails the job and its post step still runs, with what main had saved', async () => {
    const main = "fs.appendFileSync(env.GITHUB_STATE, 'a=b\\n'); process.exitCode = 3;";
    const job = await runJob({
      steps: [
        scriptedStep('bad', main, "console.log(env.STATE_a + ' ' + env.INPUT_STATUS);"),
        { name: 'later', run: 'echo never' },
        { name: 'always', if: 'always()', run: 'echo yes' },
        { name: 'on failure', if: 'failure()', run: 'echo yes' },
        { name: 'on cancel', if: 'cancelled()', run: 'echo never' },
      ],
    });
    expect(job.status).toBe('failure');
    expect(stepNamed(job, 'bad')).toMatchObject({ outcome: 'failure', exitCode: 3 });
    expect(job.steps.slice(1).map((step) => [step.outcome, step.log])).toEqual([
      ['skipped', ''],
      ['success', 'yes'],
      ['success', 'yes'],
      ['skipped', ''],
      ['success', 'b failure'],
    ]);
  });

  test('a script stops at its first error', async () => {
    const job = await runJob({ steps: [{ name: 'script', run: 'false\necho never' }] });
    expect(stepNamed(job, 'script')).toMatchObject({
      outcome: 'failure',
      annotations: [{ level: 'error', message: 'Process completed with exit code 1.' }],
    });
  });

  test('what a look at the job throws is thrown, but only once the post steps have run', async () => {
    const ran: string[] = [];
    const job = runJob({
      steps: [
        scriptedStep('action', '', "fs.writeFileSync(env.RUNNER_TEMP + '/posted', '');"),
        { observe: () => Promise.reject(new Error('seen')) },
      ],
      beforeCompletion: ({ RUNNER_TEMP = '' }) => void ran.push(...readdirSync(RUNNER_TEMP)),
    });
    await expect(job).rejects.toThrow('seen');
    expect(ran).toContain('posted');
  });
});

describe.concurrent('the temporary folder', () => {
  test('is as on a self-hosted runner, and is emptied at the end', async () => {
    let temp = '';
    await runJob({
      steps: [
        { name: 'litter', run: 'touch "$RUNNER_TEMP/litter"; test "$PWD" = "$GITHUB_WORKSPACE"' },
        {
          observe: ({ RUNNER_TEMP = '', GITHUB_WORKSPACE = '' }) => {
            temp = RUNNER_TEMP;
            expect(readdirSync(temp)).toContain('litter');
            expect(GITHUB_WORKSPACE).toBe(join(temp, '..', 'repo', 'repo'));
          },
        },
      ],
    });
    expect(temp).toMatch(/\/_work\/_temp$/);
    expect(existsSync(temp)).toBe(false);
  });

  test('is empty at the start, where a job that was lost left something', async () => {
    await runJob({
      steps: [
        {
          observe: async ({ RUNNER_TEMP = '' }) => {
            const root = join(RUNNER_TEMP, 'another');
            await runJob({ root, steps: [{ name: 'first', run: 'touch "$GITHUB_WORKSPACE/kept"' }] });
            const temp = join(root, '_work', '_temp');
            writeFileSync(join(temp, 'litter'), '');
            const look = () => expect(readdirSync(temp)).not.toContain('litter');
            await runJob({ root, steps: [{ observe: look }] });
            expect(readdirSync(join(root, '_work', 'repo', 'repo'))).toEqual(['kept']);
          },
        },
      ],
    });
  });
});

describe.concurrent('what a step leaves running', () => {
  const detached = "require('node:child_process').spawn('sleep', ['300'], ";

  test('is killed at the end of the job when it carries the tracking id', async () => {
    let pid = '';
    const main = `const child = ${detached} { detached: true, stdio: 'ignore' }); child.unref();
      fs.appendFileSync(env.GITHUB_ENV, 'CHILD=' + child.pid + '\\n');`;
    const job = await runJob({
      steps: [scriptedStep('spawn', main)],
      beforeCompletion: ({ CHILD = '' }) => {
        pid = CHILD;
        expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('300');
        expect(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8').trim()).toBe('500');
      },
    });
    expect(stepNamed(job, 'spawn').heldOpen).toBe(false);
    expect(job.orphans).toEqual([{ pid: Number(pid), command: 'sleep 300' }]);
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
  });

  test('holds its step open for 5 s when it keeps the output', { timeout: 30_000 }, async () => {
    const main = `${detached} { detached: true, stdio: 'inherit' }).unref();`;
    const job = await runJob({ steps: [scriptedStep('spawn', main)] });
    expect(stepNamed(job, 'spawn').heldOpen).toBe(true);
    expect(stepNamed(job, 'spawn').durationMs).toBeGreaterThan(4_900);
    expect(job.orphans).toHaveLength(1);
  });
});

describe.concurrent('the flavours of runners', () => {
  const FLAVOURS = [GITHUB, ACT, FORGEJO, GITEA].map((flavour) => [flavour.name, flavour] as const);
  const fail = 'process.exitCode = 1;';

  test.each(FLAVOURS)('%s counts a failing post step, or does not', async (_, flavour) => {
    const job = await runJob({ flavour, steps: [scriptedStep('action', '', fail)] });
    expect(stepNamed(job, 'Post action').outcome).toBe('failure');
    expect(job.status).toBe(flavour.countsFailingPost ? 'failure' : 'success');
  });

  test.each(FLAVOURS)('%s shows a summary, prints it or drops it', async (_, flavour) => {
    const write = "fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# Title');";
    const job = await runJob({ flavour, steps: [scriptedStep('action', write)] });
    const { summary, log } = stepNamed(job, 'action');
    expect([summary, log.includes('# Title')]).toEqual(
      { page: ['# Title', false], log: ['', true], dropped: ['', false] }[flavour.summary],
    );
  });

  test.each(FLAVOURS)('%s runs post steps after a timeout, or can’t start them', async (_, flavour) => {
    const job = await runJob({
      flavour,
      steps: [scriptedStep('action'), { name: 'slow', run: 'echo ready; exec sleep 60' }],
      timeout: { step: 'slow', prints: 'ready' },
    });
    const { outcome, exitCode } = stepNamed(job, 'Post action');
    expect([outcome, exitCode]).toEqual(flavour.runsPostAfterTimeout ? ['success', 0] : ['failure', null]);
  });

  test.each(FLAVOURS)('%s removes what it does not keep', async (_, flavour) => {
    using root = new TemporaryFolder();
    const write = 'touch "$RUNNER_TEMP/a" "$RUNNER_TEMP/../b" "$RUNNER_TOOL_CACHE/c"';
    await runJob({ flavour, root: root.path, steps: [{ name: 'write', run: write }] });
    const left = readdirSync(root.path, { recursive: true, encoding: 'utf8' }).map((path) => basename(path));
    expect(['a', 'b', 'c'].filter((name) => left.includes(name))).toEqual(
      flavour === GITHUB ? ['b', 'c'] : ['c'],
    );
  });
});

function isAlive(pid: string): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
