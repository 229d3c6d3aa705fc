import { expect, test } from 'vitest';
import { keepWatching } from '../../../../src/runtime/pressure/keep-watching.ts';
import { MemoryLog } from '../../../fakes/memory-log.ts';
import { VirtualTime } from '../../../fakes/virtual-time.ts';

test('a watch that fails is logged, and begins anew until the signal fires', async () => {
  using time = new VirtualTime();
  const log = new MemoryLog();
  const over = new AbortController();
  let begun = 0;
  const kept = keepWatching(
    'the spool',
    async () => {
      begun += 1;
      throw new Error('broken');
    },
    { clock: time, log, signal: over.signal },
  );
  await time.pass(2_500);
  expect(begun).toBe(3);
  over.abort();
  await time.pass(1_000);
  await kept;
  expect(begun).toBe(3);
  expect(log.lines).toEqual(Array(3).fill('error: the watch of the spool failed, and starts again'));
});
