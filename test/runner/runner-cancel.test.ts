import { describe, expect, test } from 'vitest';
import { scriptedStep } from './fixtures/scripted-step.ts';
import { runJob } from './model/job.ts';
import { stepNamed } from './model/job-model.ts';

const HOLD = 'setTimeout(() => {}, 60_000);';
const note = (signal: string, then = '') =>
  `process.on('${signal}', () => { console.log('got ${signal}'); ${then} });`;

describe.concurrent('a cancel', { timeout: 60_000 }, () => {
  test('interrupts the running step, skips what follows, and is seen by the post steps', async () => {
    const main = `${note('SIGINT', 'process.exit(1);')} console.log('ready'); ${HOLD}`;
    const job = await runJob({
      steps: [
        scriptedStep('earlier', '', "console.log('status ' + env.INPUT_STATUS);"),
        scriptedStep('running', main, "console.log('status ' + env.INPUT_STATUS);"),
        { name: 'later', run: 'echo never' },
        { name: 'always', if: 'always()', run: 'echo yes' },
        { name: 'on cancel', if: 'cancelled()', run: 'echo yes' },
      ],
      cancel: { step: 'running', prints: 'ready' },
    });
    expect(job.status).toBe('cancelled');
    expect(stepNamed(job, 'running')).toMatchObject({ outcome: 'cancelled', log: 'ready\ngot SIGINT' });
    expect(stepNamed(job, 'running').durationMs).toBeLessThan(7_000);
    expect(stepNamed(job, 'later').outcome).toBe('skipped');
    expect(stepNamed(job, 'always').log).toBe('yes');
    expect(stepNamed(job, 'on cancel').log).toBe('yes');
    for (const post of ['Post earlier', 'Post running']) {
      expect(stepNamed(job, post)).toMatchObject({ outcome: 'success', log: 'status cancelled' });
    }
  });

  test('goes on to SIGTERM after 7.5 s and to SIGKILL after 2.5 s more', async () => {
    const main = `${note('SIGINT')} ${note('SIGTERM')} console.log('ready'); ${HOLD}`;
    const job = await runJob({
      steps: [scriptedStep('stubborn', main)],
      cancel: { step: 'stubborn', prints: 'ready' },
    });
    const step = stepNamed(job, 'stubborn');
    expect(step).toMatchObject({
      outcome: 'cancelled',
      exitCode: null,
      log: 'ready\ngot SIGINT\ngot SIGTERM',
    });
    expect(step.durationMs).toBeGreaterThan(9_900);
  });

  test('by a signal during the post step does not touch it', async () => {
    const cancel = new AbortController();
    const job = await runJob({
      steps: [
        scriptedStep('action', '', `${note('SIGINT')} setTimeout(() => console.log('done'), 1_000);`),
        { observe: () => void setTimeout(() => cancel.abort(), 300) },
      ],
      cancel: cancel.signal,
    });
    expect(cancel.signal.aborted).toBe(true);
    expect(stepNamed(job, 'Post action')).toMatchObject({ outcome: 'success', log: 'done' });
  });

  test('does not touch a running step with always()', async () => {
    const job = await runJob({
      steps: [{ name: 'always', if: 'always()', run: 'echo ready; sleep 1; echo done' }],
      cancel: { step: 'always', prints: 'ready' },
    });
    expect(job.status).toBe('cancelled');
    expect(stepNamed(job, 'always')).toMatchObject({ outcome: 'success', log: 'ready\ndone' });
  });
});
