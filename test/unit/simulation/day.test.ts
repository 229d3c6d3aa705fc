import { expect, test } from 'vitest';
import { planDay, runDay } from '../../../simulation/day.ts';
import { POLICIES, type Policy } from '../../../simulation/policies.ts';

/** The first jobs of a day, in which there are some that need more than the machine has. */
const plan = { jobs: planDay(1, 0).jobs.slice(0, 6) };

const policy = (name: string): Policy => {
  const found = POLICIES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no policy ${name}`);
  return found;
};

test('the same seed is the same day, with the same outcome', async () => {
  expect(planDay(1, 0)).toEqual(planDay(1, 0));
  expect(planDay(2, 0)).not.toEqual(planDay(1, 0));
  const defaults = policy('the defaults');
  expect(await runDay(plan, defaults)).toEqual(await runDay(plan, defaults));
});

test('what is never collected runs out, and what is collected does not', async () => {
  const never = await runDay(plan, policy('everything at the post step'));
  const defaults = await runDay(plan, policy('the defaults'));
  const failed = ({ jobs }: typeof never) => jobs.flatMap((job) => job.failed);
  expect(failed(never)).toContain('networks');
  expect(failed(defaults)).not.toContain('networks');
  expect(failed(defaults)).not.toContain('disk');
  expect(never.jobs.every(({ collections }) => collections === 0)).toBe(true);
});
