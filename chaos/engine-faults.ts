import { EngineClock } from '../test/support/engine-clock.ts';
import { otherEngineId } from '../test/support/other-engine-id.ts';
import { checkRound } from './check.ts';
import { hold } from './invariant.ts';
import { MOMENTS, runNextJob } from './next-job-faults.ts';
import { Round } from './round.ts';
import type { RoundFault } from './round-faults.ts';
import { untilTaken } from './until-taken.ts';

/** Throughout a job, or two after each other, the engine's clock shows another time than the host's. */
const clockOff = (name: string, aheadMs: number): RoundFault => ({
  name: `engine's clock ${name}`,
  weight: 2,
  async run(start, begun) {
    const { arena, random } = start;
    const disguises = [new EngineClock(arena.proxy, aheadMs)];
    if (random.chance(0.5)) return runNextJob(start, begun, random.pick(MOMENTS), disguises);
    const job = await arena.newJob({ disguises });
    const round = new Round(start, job);
    begun(round);
    await round.buildSome();
    await round.handOverAll();
    round.mayLoseAgent = random.chance(0.5);
    if (round.mayLoseAgent) await job.kill();
    await round.drain({ ways: ['post', 'sweep'] });
    await checkRound(round);
  },
});

/** What changes something. */
const CHANGES = /^(DELETE|POST|PUT) /;

/**
 * Once the agent is dead, another engine is behind the socket, with all that the first has under the same names: it is asked
 * for nothing that changes it, and what drains does not say that all is well. With the first one back, a sweep finishes.
 */
const otherEngine: RoundFault = {
  name: 'another engine behind the socket',
  weight: 2,
  async run(start, begun) {
    const { arena, random } = start;
    const round = await Round.begin(start, { newJob: true });
    begun(round);
    const { job } = round;
    await round.handOverAll();
    await untilTaken(job);
    await job.endProcesses();
    const before = await round.objects.left();
    // What the dead agent has asked for last may still be on its way to the first engine.
    await arena.proxy.goAway();
    const asked = arena.proxy.requests.length;
    arena.proxy.disguises = [otherEngineId(`CHAOS:${round.job.session}`)];
    await arena.proxy.comeBack();
    const way = random.pick(['post', 'sweep'] as const);
    const { status, output } = await (way === 'post' ? job.post('20s') : job.sweep('20s')).ended;
    round.notes.push(`${way} finds the other one, and ends with status ${status}`);
    hold(status !== 0, `with another engine, the ${way} ended with status 0: ${output}`);
    const changes = arena.proxy.requests.slice(asked).filter((request) => CHANGES.test(request));
    hold(changes.length === 0, `another engine was asked for ${changes.join(', ')}`);
    const after = await round.objects.left();
    hold(after.join() === before.join(), `of another engine are left ${after.join(', ') || 'nothing'}`);
    arena.proxy.disguises = [];
    await round.drain({ ways: ['sweep'] });
    await checkRound(round);
  },
};

export const ENGINE_FAULTS: readonly RoundFault[] = [
  clockOff('a minute ahead', 60_000),
  clockOff('a minute behind', -60_000),
  clockOff('a part of a second ahead', 700),
  otherEngine,
];
