import { setTimeout as sleep } from 'node:timers/promises';
import { checkRound } from './check.ts';
import { INJECTIONS, type Injection } from './injections.ts';
import { EngineLost } from './restartable-engine.ts';
import { Round, type RoundStart } from './round.ts';

/** What goes wrong in a round: it runs the round, and checks it. */
export interface RoundFault {
  readonly name: string;
  readonly weight: number;
  /** Gives the round as far as it has come to `begun`, for what is to be told of it. @throws Violation */
  readonly run: (start: RoundStart, begun: (round: Round) => void) => Promise<void>;
}

const STAGES = ['submission', 'collection', 'drain'] as const;

/** How long after the beginning of its stage a fault comes at the latest, in ms. */
const LATEST_MS = 300;

/** A round with a fault at a random moment of its submissions, of a collection, or of its drain. */
const injected = (injection: Injection): RoundFault => ({
  name: injection.name,
  weight: injection.weight,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { random } = round;
    const chosen = random.pick(STAGES);
    const delayMs = random.below(LATEST_MS);
    round.notes.push(`${delayMs} ms after the beginning of the ${chosen}`);
    const inject = async () => {
      await sleep(delayMs);
      await injection.run(round).catch(async (error) => {
        // What waits for the engine would do so until its time is up.
        if (error instanceof EngineLost) await round.job.endProcesses();
        throw error;
      });
    };
    const during = async (stage: (typeof STAGES)[number], work: () => Promise<void>) => {
      if (stage === chosen) round.mayLoseAgent ||= injection.mayLoseAgent;
      await bothEnd(stage === chosen ? inject() : undefined, work());
    };
    const { ways, drainTimeout } = injection;
    await during('submission', () => round.handOverAll());
    if (chosen === 'collection' || random.chance(0.3)) await during('collection', () => round.collect());
    await during('drain', () =>
      round.drain({ ...(ways && { ways }), ...(drainTimeout && { drainTimeout }) }),
    );
    await checkRound(round);
  },
});

/** Also where one fails, the other is waited for; a fault that could not be mended is told before what came of it. */
export async function bothEnd(fault: Promise<unknown> | undefined, work: Promise<unknown>): Promise<void> {
  const ends = await Promise.allSettled([fault, work]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

export const INJECTED_FAULTS: readonly RoundFault[] = INJECTIONS.map(injected);
