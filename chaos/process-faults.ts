import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY } from '../test/runner/model/bundle-job.ts';
import { checkRound } from './check.ts';
import { commandArguments } from './hand-overs.ts';
import { hold } from './invariant.ts';
import { Round } from './round.ts';
import type { RoundFault } from './round-faults.ts';

/** A second agent for a session that has one: it ends by itself, and the first goes on. */
const secondAgent: RoundFault = {
  name: 'second agent of a session',
  weight: 1,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { job } = round;
    const { pid } = job;
    const second = job.run(process.execPath, [`${REPOSITORY}/dist/agent/index.js`, job.state.path]);
    await round.handOverAll();
    const { status, output } = await second.ended;
    hold(status === 1, `the second agent ended with status ${status}: ${output}`);
    hold(output.includes('Another process works for the session'), `the second agent says: ${output}`);
    hold(job.pid === pid, 'the first agent does not live any more');
    await round.drain();
    await checkRound(round);
  },
};

/** Two uses of the action at once find the agent dead: one of them starts it again, both have it. */
const twoRevivals: RoundFault = {
  name: 'agent started again twice at once',
  weight: 1,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { job } = round;
    await round.handOverAll();
    round.mayLoseAgent = true;
    await job.kill();
    const commands = round.topologies.map((topology) => job.command(...commandArguments(topology)));
    for (const { status, output } of await Promise.all(commands.map(({ ended }) => ended)))
      hold(status === 0, `topo-gc submit ended with status ${status}: ${output}`);
    await round.drain();
    await checkRound(round);
  },
};

/** The post step is killed in the middle, as a runner that is shut down does: the next sweep finishes. */
const killedPost: RoundFault = {
  name: 'post step killed',
  weight: 2,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { job, random } = round;
    await round.handOverAll();
    if (random.chance(0.5)) await job.kill();
    const post = job.post('60s');
    await sleep(random.below(500));
    post.kill('SIGKILL');
    round.isBrokenOff = true;
    await post.ended;
    // What it has begun may still be at work; killed, a runner ends that too.
    await job.endProcesses();
    await round.drain({ ways: ['sweep'] });
    await checkRound(round);
  },
};

export const PROCESS_FAULTS: readonly RoundFault[] = [secondAgent, twoRevivals, killedPost];
