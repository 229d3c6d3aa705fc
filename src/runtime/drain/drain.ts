import type { Engine } from '../../domain/engine.ts';
import type { DrainOutcome } from '../../domain/leaks/leak.ts';
import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, HostLeftovers, Log } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Sites } from '../../domain/site.ts';
import { describeStray } from '../../domain/strays/stray.ts';
import { isDone, memberKey, type Topology } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { DrainTrigger } from '../../protocol/agent-service.ts';
import type { Predecessor } from '../agent-parts.ts';
import type { AgentState } from '../agent-state.ts';
import { unlessAborted } from '../engine-retry.ts';
import type { Leases } from '../intake/leases.ts';
import type { SecondLooks } from '../intake/second-looks.ts';
import type { SpoolIntake } from '../intake/spool-intake.ts';
import type { Submissions } from '../intake/submissions.ts';
import type { ContainerNetns } from '../lookup/container-netns.ts';
import type { Labelled } from '../lookup/labelled.ts';
import type { StraySearch } from '../lookup/stray-search.ts';
import type { Collector } from '../removal/collect.ts';
import type { Efforts } from '../removal/efforts.ts';
import type { Images } from '../removal/images.ts';
import type { RemovalRequests } from '../removal/removal-requests.ts';
import type { RemovalsUnderWay } from '../removal/removals-under-way.ts';
import type { Stops } from '../stopping/stops.ts';
import { confirm } from './confirm.ts';
import { handOver } from './hand-over.ts';
import { lookAgain } from './look-again.ts';

export interface DrainParts {
  readonly engine: Engine;
  readonly sites: Sites;
  readonly leftovers: HostLeftovers;
  readonly state: AgentState;
  readonly collector: Collector;
  readonly labelled: Labelled;
  readonly containerNetns: ContainerNetns;
  readonly images: Images;
  readonly submissions: Submissions;
  readonly leases: Leases;
  readonly intake: SpoolIntake;
  readonly secondLooks: SecondLooks;
  readonly straySearch: StraySearch;
  readonly settings: Pick<Settings, 'strays' | 'protect'>;
  readonly stops: Stops;
  readonly requests: RemovalRequests;
  readonly underWay: RemovalsUnderWay;
  readonly efforts: Efforts;
  readonly clock: Clock;
  readonly log: Log;
  readonly predecessor?: Predecessor | undefined;
}

export interface DrainOptions {
  readonly budgetMs: number;
  /** The drain closes the door when it is over. */
  readonly final: boolean;
  readonly trigger: DrainTrigger;
}

const REASONS: Readonly<Record<DrainTrigger, string>> = {
  drain: 'the drain',
  recovery: 'the drain in place of an agent that was lost',
  sweep: 'what a dead agent has left',
};

/** The share of the budget that is kept to force out what did not stop, and to ask the engine at the end. */
const FORCE_SHARE = 0.25;
const MOST_FORCE_MS = 30_000;
const VERIFY_SHARE = 0.1;
const MOST_VERIFY_MS = 10_000;

/** A sweep looks at what the engine still shows for at most this long, in ms, as jobs may wait for the sweep. */
const SWEEP_MS = 15_000;

const NO_ANSWER = 'the engine did not answer in time';

/** Between two looks at what has come, in ms. */
const LOOK_MS = 50;

/** The most strays that the log names; the report has more. */
const MOST_LOGGED = 100;

/** How long a drain waits for what no client has submitted before it begins with the rest, in ms. */
const HAND_OVER_MS = 2_000;

/** When a drain that begins now kills what still runs, gives up what is not removed, and must be over. */
export function planDrain(now: number, budgetMs: number) {
  const endAt = now + budgetMs;
  const giveUpAt = endAt - Math.min(MOST_VERIFY_MS, budgetMs * VERIFY_SHARE);
  return { endAt, giveUpAt, killAt: giveUpAt - Math.min(MOST_FORCE_MS, budgetMs * FORCE_SHARE) };
}

/**
 * The last collection: it waits for all that is pending, removes it, and does the same for what comes meanwhile. Near
 * the end of the budget it kills what still runs and removes it by force. Then it asks the engine whether anything is
 * left. Always ends in time.
 */
export async function drain(
  parts: DrainParts,
  { budgetMs, final, trigger }: DrainOptions,
): Promise<DrainOutcome> {
  const { state, submissions, clock, log } = parts;
  const began = clock.now();
  const plan = planDrain(began, budgetMs);
  state.record({ type: 'draining', at: began });
  const over = new AbortController();
  const giveUp = deadline(parts, plan.giveUpAt, 'the time for the drain was up', over.signal);
  const forced = forceAt(parts, plan.killAt, over.signal);
  try {
    await unlessAborted(collectAll(parts, giveUp, { final, trigger }), giveUp);
  } catch (error) {
    log.warn('the drain did not finish in time', { error });
  }
  if (final) submissions.close();
  const end = deadline(parts, plan.endAt, NO_ANSWER, over.signal);
  const until = trigger === 'sweep' ? Math.min(plan.endAt, clock.now() + SWEEP_MS) : plan.endAt;
  const lastMs = plan.endAt - plan.giveUpAt;
  const asking = deadline(parts, plan.endAt - lastMs / 4, NO_ANSWER, over.signal);
  const time = { signal: end, asking };
  const outcome = await confirm(parts, time, final, until - lastMs / 2);
  over.abort();
  await forced;
  for (const stray of outcome.strays?.members.slice(0, MOST_LOGGED) ?? [])
    log.warn(`left: ${describeStray(stray)}`);
  state.record({ type: 'drained', at: clock.now(), outcome });
  return outcome;
}

/** Fires with the given reason at `at`, unless `over` fires first. */
export function deadline(
  { clock, log }: Pick<DrainParts, 'clock' | 'log'>,
  at: number,
  reason: string,
  over: AbortSignal,
): AbortSignal {
  const controller = new AbortController();
  const passed = clock.sleep(at - clock.now(), over).then(() => {
    if (!over.aborted) controller.abort(new Error(reason));
  });
  unawaited(passed, log, 'the end of the drain can not be told');
  return controller.signal;
}

/**
 * Collects until it has tried each pending member and nothing more is about to come. Then, once, collects the images
 * that no container uses any more. What comes meanwhile does not wait for removals under way. The drain looks again at
 * what others use or keep busy until the signal fires. A sweep does not: the holder has had all the time of an earlier
 * job.
 */
async function collectAll(
  parts: DrainParts,
  signal: AbortSignal,
  { final, trigger }: Omit<DrainOptions, 'budgetMs'>,
): Promise<void> {
  const { state, collector, submissions, leases, images, underWay, clock } = parts;
  const isHandedOver = new AbortController();
  const handedOver = handOver(parts, signal, { final, trigger }).finally(() => isHandedOver.abort());
  unawaited(handedOver, parts.log, 'what nobody has submitted could not be handed over');
  await clock.sleep(HAND_OVER_MS, isHandedOver.signal);
  const tried = new Set<string>();
  let imagesHandedOver = false;
  let choosing = 0;
  let isLookedAgain = false;
  const left = ({ id, members }: Topology) =>
    members.filter((member) => !isDone(member)).map((member) => `${id} ${memberKey(member)}`);
  const fresh = (pending: readonly Topology[]) =>
    pending.filter((topology) => left(topology).some((key) => !tried.has(key)));
  const collect = () => {
    choosing += 1;
    const choose = (pending: readonly Topology[]) => {
      choosing -= 1;
      const chosen = fresh(pending);
      for (const key of chosen.flatMap(left)) tried.add(key);
      return chosen;
    };
    const request = { trigger, reason: REASONS[trigger], choose, signal, isPatient: trigger !== 'sweep' };
    unawaited(collector.collect(request), parts.log, 'a collection of the drain failed');
  };
  for (;;) {
    signal.throwIfAborted();
    const isBusy = collector.isRunning && (choosing > 0 || !underWay.onlyHope);
    if (choosing === 0 && fresh(pendingTopologies(state.ledger)).length > 0) {
      collect();
    } else if (!isHandedOver.signal.aborted || submissions.underWay > 0 || isBusy) {
      // A collection that has removed all still takes its readings, and the report must contain it.
      await clock.sleep(LOOK_MS, signal);
    } else if (leases.due(final).length > 0) {
      // Taken or ended since the hand-over, or still refused by a busy engine.
      await leases.endDue(signal, { final, trigger });
    } else if (!imagesHandedOver) {
      imagesHandedOver = true;
      await images.handOver(signal);
    } else if (!isLookedAgain) {
      isLookedAgain = await lookAgain(parts, signal, { final });
    } else if (collector.isRunning) {
      await clock.sleep(LOOK_MS, signal);
    } else {
      if (final) submissions.close();
      return;
    }
  }
}

async function forceAt(
  { stops, requests, clock, log }: DrainParts,
  at: number,
  over: AbortSignal,
): Promise<void> {
  await clock.sleep(at - clock.now(), over);
  if (over.aborted) return;
  log.warn('time is short: killing what has not stopped');
  using _ = requests.force();
  unawaited(stops.kill(), log, 'what has not stopped could not be killed');
  await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
}
