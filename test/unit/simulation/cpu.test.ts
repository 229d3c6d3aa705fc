import { expect, test } from 'vitest';
import { Cpu } from '../../../simulation/cpu.ts';
import { VirtualClock } from '../../../simulation/virtual-clock.ts';

const START = Date.parse('2026-11-25T08:00:00Z');

function machine(cores: number) {
  const clock = new VirtualClock(START);
  const cpu = new Cpu(clock, cores);
  /** When each piece of work is done, in ms. */
  const done = async (...works: readonly (readonly [coreMs: number, width?: number])[]) => {
    const ends = works.map(async ([coreMs, width]) => {
      await cpu.work(coreMs, width);
      return Math.round(clock.now() - START);
    });
    return clock.until(Promise.all(ends));
  };
  return { clock, cpu, done };
}

test('what fits takes as long as alone', async () => {
  expect(await machine(2).done([100], [50])).toEqual([100, 50]);
  expect(await machine(2).done([100, 2])).toEqual([50]);
});

test('what does not fit shares the cores alike', async () => {
  expect(await machine(2).done([100], [100], [100], [100])).toEqual([200, 200, 200, 200]);
  // Both at half their speed until the shorter one has ended.
  expect(await machine(1).done([50], [100])).toEqual([100, 150]);
});

test('pressure is how much of the last ten seconds somebody has waited', async () => {
  const { clock, cpu, done } = machine(1);
  expect(cpu.reading.percent).toBe(0);
  await done([10_000], [10_000]);
  expect(cpu.reading.percent).toBeCloseTo(86.5, 0);
  await clock.until(clock.sleep(60_000));
  expect(cpu.reading.percent).toBeLessThan(1);
});

test('times tell how busy the cores were', async () => {
  const { clock, cpu, done } = machine(2);
  await done([1000]);
  await clock.until(clock.sleep(1000));
  expect(cpu.times).toEqual({ busy: 1000, total: 4000 });
});
