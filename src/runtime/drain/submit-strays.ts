import type { EngineMember } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Sites, SitesLost } from '../../domain/site.ts';
import { describeStray, type Strays } from '../../domain/strays/stray.ts';
import { counted } from '../../domain/text/counted.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine } from '../engine-retry.ts';
import { freshId } from '../fresh-id.ts';
import type { Submissions } from '../intake/submissions.ts';
import type { StraySearch } from '../lookup/stray-search.ts';
import { patienceWith } from '../sites/patience.ts';

export interface SubmitStraysParts {
  readonly state: AgentState;
  readonly straySearch: StraySearch;
  readonly submissions: Submissions;
  readonly sites: Sites;
  readonly settings: Pick<Settings, 'strays'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The strays, at least those of the engines that answer. @throws EngineError */
async function straysNow(straySearch: StraySearch, signal: AbortSignal): Promise<Strays> {
  try {
    return await retryEngine(() => straySearch.now(), signal);
  } catch (error) {
    if (error instanceof SitesLost) return straySearch.among(error.answer as EngineMember[]);
    throw error;
  }
}

/**
 * Hands over the strays as one topology, if they are to be collected: only at the end of a session, as a job may still use
 * them before, and only while no other session works on the engine. Never rejects.
 */
export async function submitStrays(
  { state, straySearch, submissions, sites, settings, clock, log }: SubmitStraysParts,
  signal: AbortSignal,
  { final }: { readonly final: boolean },
): Promise<void> {
  if (settings.strays !== 'collect' || !final) return;
  try {
    const { members, others } = await straysNow(straySearch, patienceWith(sites, signal, clock));
    const own = members.filter(({ cause }) => cause === undefined);
    if (own.length === 0) return;
    if (others !== undefined) {
      const left = counted(own.length, 'stray');
      log.warn(`${left} not collected: the engine is also that of ${others.join(', ')}`);
      return;
    }
    for (const stray of own) log.info(`collecting a stray: ${describeStray(stray)}`);
    const { until } = straySearch;
    const submission = {
      id: freshId(state, 'strays'),
      name: 'strays',
      members: own.map(({ kind, id, site }) => ({ kind, ref: id, site, field: 'strays', shared: false })),
      selectors: [],
      metadata: {},
      ...(until && { spoken: until }),
    };
    const options = { leavesForeign: true };
    await retryEngine(() => submissions.take(submission, clock.now(), options), signal);
  } catch (error) {
    log.error('strays could not be taken', { error: describeError(error) });
  }
}
