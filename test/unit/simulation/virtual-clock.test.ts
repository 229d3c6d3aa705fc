import { expect, test } from 'vitest';
import { VirtualClock } from '../../../simulation/virtual-clock.ts';

test('hours pass in no time, each thing in its turn', async () => {
  const clock = new VirtualClock(0);
  const order: string[] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    order.push(`${name} at ${clock.now()}`);
  };
  await clock.until(Promise.all([sleeper('c', 3_600_000), sleeper('a', 5), sleeper('b', 5)]));
  expect(order).toEqual(['a at 5', 'b at 5', 'c at 3600000']);
});

test('a sleep ends when its signal fires, and leaves nothing behind', async () => {
  const clock = new VirtualClock(0);
  const over = new AbortController();
  const sleeping = clock.sleep(1000, over.signal);
  over.abort();
  await clock.until(sleeping);
  await clock.until(clock.sleep(1000, over.signal));
  expect(clock.now()).toBe(0);
});

test('where nothing will happen any more, it says so', async () => {
  await expect(new VirtualClock(0).until(new Promise(() => {}))).rejects.toThrow('nothing will happen');
});
