import { describeError, describeFault, TopoGcError } from '../../domain/errors.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { SESSION_LABEL, SHARED_LABEL } from '../../domain/protection/protection.ts';
import type { Site, Sites } from '../../domain/site.ts';
import type { DrainTrigger } from '../../protocol/agent-service.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine } from '../engine-retry.ts';
import { freshId } from '../fresh-id.ts';
import type { Leases } from '../intake/leases.ts';
import type { SecondLooks } from '../intake/second-looks.ts';
import type { SpoolIntake } from '../intake/spool-intake.ts';
import type { Submissions } from '../intake/submissions.ts';
import type { Labelled } from '../lookup/labelled.ts';
import { patienceWith } from '../sites/patience.ts';
import { type SubmitStraysParts, submitStrays } from './submit-strays.ts';

export interface HandOverParts extends SubmitStraysParts {
  readonly state: AgentState;
  readonly labelled: Labelled;
  readonly sites: Sites;
  readonly submissions: Submissions;
  readonly leases: Leases;
  readonly intake: SpoolIntake;
  readonly secondLooks: SecondLooks;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Submits what is spooled, leased or labelled, looks again at what was named and not taken, and submits strays. A list that hangs, such
 * as one of a broken volume plugin, holds up nothing else. Never rejects.
 */
export async function handOver(
  parts: HandOverParts,
  signal: AbortSignal,
  { final, trigger }: { readonly final: boolean; readonly trigger: DrainTrigger },
): Promise<void> {
  const { leases, intake, secondLooks } = parts;
  await Promise.all([
    final ? intake.close(signal) : intake.takeAll(),
    // A lease may name what carries the label; then that goes with its lease.
    leases.endDue(signal, { final, trigger }).then(() => submitLabelled(parts, signal)),
  ]);
  // The leaks include what is left of a hand-over: refused files and ended leases too.
  await secondLooks.lookAtAll(signal, { final }).catch((error) => {
    if (!signal.aborted) parts.log.error('what was named and not taken could not be looked at', { error });
  });
  // Last: what somebody hands over goes under the name that it was given.
  await submitStrays(parts, signal, { final });
}

/** One label after the other: what carries two of them is submitted once. Each engine for itself. */
export async function submitLabelled(parts: HandOverParts, signal: AbortSignal): Promise<void> {
  const { labelled, sites, clock, log } = parts;
  const submitAt = async (site: Site) => {
    for (const label of labelled.labels) {
      try {
        await submitLabel(parts, label, site, patienceWith(sites, signal, clock));
      } catch (error) {
        log.error(`what carries the label ${label} could not be taken`, { error: describeError(error) });
      }
    }
  };
  await Promise.all(sites.map(submitAt));
}

/** How often the drain looks again if another agent has taken a part meanwhile. */
const MOST_LOOKS = 3;

/** Hands over what carries the label on one engine and no client has submitted, as one topology. */
async function submitLabel(
  { state, labelled, submissions, clock, log }: HandOverParts,
  label: string,
  site: Site,
  signal: AbortSignal,
): Promise<void> {
  for (let look = 1; ; look++) {
    const { members, faults } = await retryEngine(() => labelled.unsubmitted(label, site), signal);
    for (const fault of faults) log.info(`not swept by the label ${label}: ${describeFault(fault)}`);
    if (members.length === 0) return;
    const until = labelled.until(label);
    const submission = {
      id: freshId(state, idFor(label)),
      name: `label ${label}`,
      members: members.map(({ kind, id, labels }) => ({
        site: site.name,
        kind,
        ref: id,
        field: 'label',
        shared: labels[SHARED_LABEL] === 'true',
      })),
      selectors: [],
      metadata: {},
      // The agent looks a volume up again by its name.
      ...(until && { spoken: until }),
    };
    try {
      await retryEngine(() => submissions.take(submission, clock.now()), signal);
      return;
    } catch (error) {
      if (!(error instanceof TopoGcError && error.code === 'refused') || look === MOST_LOOKS) throw error;
    }
  }
}

const idFor = (label: string): string =>
  label.startsWith(`${SESSION_LABEL}=`) ? 'session-label' : 'sweep-label';
