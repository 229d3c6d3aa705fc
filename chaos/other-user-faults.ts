import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkRound } from './check.ts';
import type { DrainWay } from './drains.ts';
import { hold } from './invariant.ts';
import { PlantedState, takeLockName } from './other-user.ts';
import { Round } from './round.ts';
import type { RoundFault } from './round-faults.ts';

/** Where the agent is dead; each but the first sweeps what is in the state root, or starts an agent that does. */
const WAYS: readonly DrainWay[] = ['post', 'sweep', 'revive'];

const possible = (round: Round): DrainWay[] => WAYS.filter((way) => round.possibleWays.includes(way));

/** Another user has planted a session in the state root: nothing of it has any effect, and it stays where it is. */
const plantedState: RoundFault = {
  name: 'state planted by another user',
  weight: 2,
  async run(start, begun) {
    const { arena } = start;
    const round = await Round.begin(start, { newJob: true });
    begun(round);
    const { job } = round;
    const path = join(arena.folder, 'somebody');
    mkdirSync(path);
    await using owned = new AsyncDisposableStack();
    owned.defer(() => rmSync(path, { recursive: true, force: true }));
    const planted = owned.use(
      await PlantedState.plant(job, join(arena.folder, 'planted'), { ...arena.control.members, path }),
    );
    await round.handOverAll();
    await round.drain({ ways: possible(round) });
    // What an agent sweeps that starts is over when another sweep has been through.
    const { status, output } = await job.sweep('20s').ended;
    hold(status === 0, `topo-gc sweep ended with status ${status}: ${output}`);
    const difference = planted.difference();
    hold(difference === undefined, difference ?? '');
    hold(existsSync(path), `the path of somebody else is gone: ${path}`);
    await owned.disposeAsync();
    await checkRound(round);
  },
};

/** Another user has taken the name of the session's lock, once its agent is dead: all goes on without it. */
const takenLock: RoundFault = {
  name: 'lock name taken by another user',
  weight: 1,
  async run(start, begun) {
    const round = await Round.begin(start, { newJob: true });
    begun(round);
    const { job } = round;
    await round.handOverAll();
    await job.kill();
    await using _ = await takeLockName(job);
    await round.drain({ ways: possible(round) });
    await checkRound(round);
  },
};

export const OTHER_USER_FAULTS: readonly RoundFault[] = [plantedState, takenLock];
