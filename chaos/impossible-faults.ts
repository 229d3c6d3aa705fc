import { checkLeaks, checkRound } from './check.ts';
import { hold } from './invariant.ts';
import { Round } from './round.ts';
import type { RoundFault } from './round-faults.ts';
import { untilTaken } from './until-taken.ts';

const UNREACHABLE = /ENOENT|ECONNREFUSED|ECONNRESET|socket hang up/;

const UNCONFIRMED = new RegExp(
  `^leak: it is not known whether anything is left: .*(${UNREACHABLE.source})`,
  'm',
);

const WORDS = 'chaos lets nobody remove this';

/**
 * One container can't be removed: it is a leak in the engine's words, with what only it holds; all else goes. Once it can be
 * removed, the next sweep does so.
 */
const refusedRemoval: RoundFault = {
  name: 'removal refused (leak)',
  weight: 1,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { proxy } = round.arena;
    const [victim] = round.topologies[0]?.containers ?? [];
    proxy.meddle = (request) =>
      request.startsWith(`DELETE /containers/${victim}`) ? { status: 403, message: WORDS } : undefined;
    try {
      await round.handOverAll();
      await round.drain({ leaks: true, drainTimeout: '20s', ways: ['post', 'sweep'] });
      await checkLeaks(round, new RegExp(`${WORDS}|in use|active endpoints`));
    } finally {
      proxy.meddle = () => undefined;
    }
    await round.drain({ ways: ['sweep'] });
    await checkRound(round);
  },
};

/**
 * The engine is gone from before the drain until after its end: everything is a leak, for that reason. Once it is back, the
 * next sweep takes all.
 */
const engineGone: RoundFault = {
  name: 'engine gone (leak)',
  weight: 1,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { proxy } = round.arena;
    await round.handOverAll({ mayLeaveToLabel: false });
    await untilTaken(round.job);
    await proxy.goAway();
    try {
      await round.drain({ leaks: true, drainTimeout: '8s', ways: ['post', 'sweep'] });
    } finally {
      await proxy.comeBack();
    }
    const { output = '' } = round.drained ?? {};
    hold(UNCONFIRMED.test(output), `of an engine that is gone it is said: ${output}`);
    // Networks and volumes wait for their containers, and were never asked for.
    await checkLeaks(round, new RegExp(`${UNREACHABLE.source}|the time for the drain was up`));
    await round.drain({ ways: ['sweep'] });
    await checkRound(round);
  },
};

/**
 * The faults that make removal impossible: members may be left, and the report has to name them, each with the true
 * reason, until a later sweep has removed them. In all other rounds nothing may be left.
 */
export const IMPOSSIBLE_FAULTS: readonly RoundFault[] = [refusedRemoval, engineGone];
