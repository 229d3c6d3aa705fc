import type { EngineMember } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { type EngineKind, isHostKind } from '../../domain/kinds/kinds.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { memberKey } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { freshId } from '../fresh-id.ts';
import type { LateNames, Leases } from '../intake/leases.ts';
import type { Submissions } from '../intake/submissions.ts';
import { type ContainerNetns, LATE_NETNS } from '../lookup/container-netns.ts';
import type { MemberSource } from '../lookup/resolve.ts';
import { type HandOverParts, submitLabelled } from './hand-over.ts';
import { submitStrays } from './submit-strays.ts';

interface LookAgainParts extends HandOverParts {
  readonly engine: MemberSource;
  readonly state: AgentState;
  readonly leases: Leases;
  readonly submissions: Submissions;
  readonly containerNetns: ContainerNetns;
  readonly clock: Clock;
  readonly log: Log;
}

/** Between two looks while something more may come, in ms. */
const AGAIN_MS = 200;

/**
 * Hands over what has come since the drain began: what carries the session's label, links to containers that have gone,
 * what clients were about to make when they ended, and strays. Rejects only if the signal fires.
 * @returns whether that was all: the look found nothing, and nothing more is about to come
 */
export async function lookAgain(
  parts: LookAgainParts,
  signal: AbortSignal,
  { final }: { readonly final: boolean },
): Promise<boolean> {
  const { state, leases, clock } = parts;
  const isLast = clock.now() >= leases.lateUntil;
  const before = state.ledger.topologies.size;
  await submitLabelled(parts, signal);
  await submitNetns(parts);
  if (isLast) for (const late of leases.takeLate()) await submitLate(parts, late);
  else await clock.sleep(AGAIN_MS, signal);
  await submitStrays(parts, signal, { final });
  return isLast && state.ledger.topologies.size === before;
}

async function submitNetns({
  containerNetns,
  submissions,
  state,
  clock,
  log,
}: LookAgainParts): Promise<void> {
  try {
    const links = await containerNetns.left();
    if (links.length === 0) return;
    const members = links.map(({ id }) => ({
      kind: 'netns' as const,
      ref: id,
      field: LATE_NETNS,
      shared: false,
    }));
    const id = freshId(state, LATE_NETNS);
    await submissions.take({ id, members, selectors: [], metadata: {} }, clock.now());
  } catch (error) {
    log.error('links to containers that have gone could not be taken', { error: describeError(error) });
  }
}

/** What is now there under the names of a lease that had nothing when it ended. */
async function submitLate(
  { engine, submissions, state, clock, log }: LookAgainParts,
  { id, refs, spoken }: LateNames,
): Promise<void> {
  try {
    const asked = refs.map(async (ref) => {
      if (isHostKind(ref.kind)) return [];
      const found = await engine.at(ref.site).find(ref.kind as EngineKind, ref.ref);
      return found === undefined || isKnown(state, found) ? [] : [ref];
    });
    const members = (await Promise.all(asked)).flat();
    if (members.length === 0) return;
    const late = { id: freshId(state, id), members, selectors: [], metadata: {}, ...(spoken && { spoken }) };
    await submissions.take(late, clock.now(), { leavesForeign: true });
  } catch (error) {
    log.error(`what came late of the lease ${id} could not be taken`, { error: describeError(error) });
  }
}

const isKnown = ({ ledger }: AgentState, found: EngineMember) =>
  [...ledger.topologies.values()].some(({ members }) =>
    members.some((member) => memberKey(member) === memberKey(found) && member.state !== 'absent'),
  );
