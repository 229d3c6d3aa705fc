import type { Clock } from '../../domain/ports.ts';
import type { Sites } from '../../domain/site.ts';

/** How long the work on several engines waits for one that does not answer, in ms. */
const LOST_MS = 5_000;

/** When to give up a question to one engine: with the signal; of several engines, soon, as the others have work to do. */
export const patienceWith = (sites: Sites, signal: AbortSignal, clock: Clock): AbortSignal =>
  sites.length === 1 ? signal : AbortSignal.any([signal, clock.timeout(LOST_MS)]);
