import { parseArgs } from 'node:util';
import { countMembers } from '../src/domain/removal/collection.ts';
import { members } from '../src/words/figures.ts';
import { type JobResult, type Step, stepNamed } from '../test/runner/model/job-model.ts';
import { runCommandLine } from './command-line.ts';
import { compare } from './demo/comparison.ts';
import { ACTION_STEP, jobOneByOne, jobWithAgent } from './demo/jobs.ts';
import { Stage } from './demo/stage.ts';
import { Narration, quoted } from './demo/terminal.ts';
import { acquireEngine } from './engine.ts';
import { NEEDED } from './machine/packages.ts';

const USAGE = `usage: npm run demo

A job with topo-gc on a real engine, and the same job without it.
`;

/** `npm run demo`: a job with the action on a real engine, the same job without it, and what came of both. */
async function demo(): Promise<string> {
  await using engine = await acquireEngine({ needed: NEEDED.demo });
  // dockerode takes it from there.
  process.env.DOCKER_HOST = engine.host;
  await using stage = await Stage.open(engine);
  const { topologies } = stage;
  console.log(`The engine is at ${engine.host}${engine.isPrivate ? ', and was started for this demo' : ''}.`);

  console.log('\nA job with topo-gc: each step hands its topology over, and goes on\n');
  const withAgent = await play(stage, (tell) => jobWithAgent(topologies, tell));
  console.log('\nThe same job without it: each step stops, waits and removes, container after container\n');
  const oneByOne = await play(stage, (tell) => jobOneByOne(topologies, tell));

  console.log('\nHow long each step waited\n');
  const { table, saved } = compare(topologies, withAgent, oneByOne);
  console.log(table);
  console.log('\nThe summary of the job with topo-gc, as its post step wrote it\n');
  console.log(quoted(stepNamed(withAgent, `Post ${ACTION_STEP}`).summary));

  const left = await stage.left();
  if (left.length > 0) throw new Error(`The jobs left something behind:\n  ${left.join('\n  ')}`);
  return `${saved} Nothing is left of ${members(countMembers(await stage.made()))}.`;
}

/** Runs a job to its end, telling what it does. @throws Error with the log of the step that failed */
async function play(stage: Stage, plan: (tell: Narration['tell']) => Step[]): Promise<JobResult> {
  const { tell } = new Narration();
  const job = await stage.run(plan(tell));
  tell('the job is complete');
  const failed = job.steps.find(({ outcome }) => outcome !== 'success');
  if (failed !== undefined)
    throw new Error(`The step ${failed.name} ended with ${failed.outcome}:\n${quoted(failed.log)}`);
  return job;
}

async function run(): Promise<void> {
  try {
    console.log(`\n${await demo()}`);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

await runCommandLine({
  usage: USAGE,
  takesEngine: true,
  read: (args) => parseArgs({ args: [...args], options: {} }),
  run,
});
