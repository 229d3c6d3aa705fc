import { describeError, TopoGcError } from '../domain/errors.ts';
import type { Clock, Engine, Log } from '../domain/ports.ts';
import { SESSION_LABEL } from '../domain/protection.ts';
import type { TopologyId } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import { retryEngine } from './engine-retry.ts';
import type { Leases } from './leases.ts';
import type { SpoolIntake } from './spool-intake.ts';
import type { Submissions } from './submissions.ts';

interface HandOverParts {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly submissions: Submissions;
  readonly leases: Leases;
  readonly intake: SpoolIntake;
  readonly clock: Clock;
  readonly log: Log;
}

const LABELLED_ID = 'session-label' as TopologyId;

/**
 * Submits what is spooled, leased or labelled; a list that hangs, as of an ill volume plugin, holds up nothing else. Never
 * rejects.
 */
export async function handOver(parts: HandOverParts, signal: AbortSignal, final: boolean): Promise<void> {
  const { leases, intake } = parts;
  await Promise.all([
    final ? intake.close(signal) : intake.takeAll(),
    final && leases.endAll(signal),
    submitLabelled(parts, signal),
  ]);
}

/** Hands over what carries the session's label and that nobody has submitted. */
async function submitLabelled(
  { engine, state, submissions, clock, log }: HandOverParts,
  signal: AbortSignal,
) {
  const label = `${SESSION_LABEL}=${state.ledger.session?.id}`;
  try {
    const labelled = await retryEngine(() => engine.listLabelled(label), signal);
    const submitted = new Set(
      [...state.ledger.topologies.values()].flatMap(({ members }) => members.map(({ id }) => id)),
    );
    const members = labelled
      .filter(({ id }) => !submitted.has(id))
      .map(({ kind, id }) => ({ kind, ref: id, field: 'label', shared: false }));
    if (members.length === 0) return;
    const id = freshId(state);
    const take = (own: typeof members) => {
      const submission = { id, name: `label ${label}`, members: own, selectors: [], metadata: {} };
      return retryEngine(() => submissions.take(submission, clock.now()), signal);
    };
    await take(members).catch(async (error) => {
      const refused = refusedRefs(error);
      log.warn(`something with the label ${label} is not the session's, and is left alone`, { error });
      const rest = members.filter(({ ref }) => !refused.has(ref));
      if (rest.length > 0) await take(rest);
    });
  } catch (error) {
    log.error(`what carries the label ${label} could not be taken`, { error: describeError(error) });
  }
}

/** What protection refused: the rest may be taken without it. @throws the error, where it is another one */
function refusedRefs(error: unknown): ReadonlySet<string | undefined> {
  if (!(error instanceof TopoGcError) || error.code !== 'refused') throw error;
  return new Set(error.faults.map(({ value }) => value));
}

function freshId({ ledger }: AgentState): TopologyId {
  let id = LABELLED_ID;
  for (let more = 2; ledger.topologies.has(id); more++) id = `${LABELLED_ID}-${more}` as TopologyId;
  return id;
}
