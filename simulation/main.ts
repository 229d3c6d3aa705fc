import { parseArgs } from 'node:util';
import { runCommandLine } from '../scripts/command-line.ts';
import { type DayResult, planDay, runDay } from './day.ts';
import { POLICIES } from './policies.ts';
import { type PolicyResult, resultsTable } from './results-table.ts';
import { JOBS_A_DAY } from './workloads.ts';

const USAGE = `usage: npm run simulate -- [--days N] [--seed S]

Days of jobs in virtual time, the same for each policy, by the agent's own runtime; a table of what came of it.

  --days N  how many (2)
  --seed S  what they are drawn from (1)
`;

function readOptions(args: readonly string[]): { days: number; seed: number } {
  const { values } = parseArgs({
    args: [...args],
    options: { days: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } },
  });
  if (!/^[1-9]\d{0,2}$/.test(values.days)) throw new Error(`--days is ${values.days}: takes 1 to 999`);
  if (!/^\d{1,9}$/.test(values.seed)) throw new Error(`--seed is ${values.seed}: takes 0 to 999999999`);
  return { days: Number(values.days), seed: Number(values.seed) };
}

async function simulate({ days, seed }: { days: number; seed: number }): Promise<void> {
  const plans = Array.from({ length: days }, (_, day) => planDay(seed, day));
  const modules = plans.flatMap(({ jobs }) => jobs).reduce((sum, job) => sum + job.modules.length, 0);
  console.log(`${days} days of ${JOBS_A_DAY} jobs, ${modules} modules in all, seed ${seed}\n`);
  const results: PolicyResult[] = [];
  for (const policy of POLICIES) {
    const done: DayResult[] = [];
    for (const plan of plans) done.push(await runDay(plan, policy));
    results.push({ policy, days: done });
  }
  console.log(resultsTable(results));
}

await runCommandLine({ usage: USAGE, read: readOptions, run: simulate });
