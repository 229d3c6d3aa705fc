import { checkRound } from './check.ts';
import { Round } from './round.ts';
import type { RoundFault } from './round-faults.ts';

/** The disk of journal, spool and log is full: submissions are taken, or refused; what was taken goes, also while it is full. */
const fullDisk: RoundFault = {
  name: 'disk full',
  weight: 3,
  async run(start, begun) {
    const round = await Round.begin(start, { onSmallDisk: true });
    begun(round);
    const { disk } = round.arena;
    const { random } = round;
    using stack = new DisposableStack();
    stack.defer(() => disk.free());
    const isBefore = random.chance(0.5);
    if (isBefore) disk.fill();
    await round.handOverAll();
    disk.fill();
    const isAfter = random.chance(0.5);
    if (random.chance(0.3)) {
      round.mayLoseAgent = await round.job.kill();
      round.notes.push('agent killed');
    }
    if (!isAfter) disk.free();
    round.notes.push(isBefore ? 'full before the submissions' : 'full after the submissions');
    round.mayLackReport = isAfter;
    if (isAfter) round.notes.push('and until the end');
    await round.drain({ ways: ['post', 'sweep'] });
    disk.free();
    await checkRound(round);
  },
};

export const DISK_FAULTS: readonly RoundFault[] = [fullDisk];
