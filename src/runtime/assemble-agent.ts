import type { AgentParts } from './agent-parts.ts';
import { Drains } from './drain/drains.ts';
import { Admission } from './intake/admission.ts';
import { Leases } from './intake/leases.ts';
import { LedgerBudget } from './intake/ledger-budget.ts';
import { SecondLooks } from './intake/second-looks.ts';
import { SpoolIntake } from './intake/spool-intake.ts';
import { Submissions } from './intake/submissions.ts';
import { ContainerNetns } from './lookup/container-netns.ts';
import { Inventories } from './lookup/inventories.ts';
import { Labelled } from './lookup/labelled.ts';
import { Ownership } from './lookup/ownership.ts';
import { StraySearch } from './lookup/stray-search.ts';
import { VolumesGone } from './lookup/volumes-gone.ts';
import { LayerSizes } from './pressure/layer-sizes.ts';
import { Pressure } from './pressure/pressure.ts';
import { RecordedReadings } from './pressure/recorded-readings.ts';
import { readingsTaker } from './pressure/take-readings.ts';
import { ThresholdWatch } from './pressure/threshold-watch.ts';
import { Collector } from './removal/collect.ts';
import { Efforts } from './removal/efforts.ts';
import { Images } from './removal/images.ts';
import { MountGuard } from './removal/kinds/mount-guard.ts';
import { RemovalPace } from './removal/removal-pace.ts';
import { RemovalRequests } from './removal/removal-requests.ts';
import { Removals } from './removal/removals.ts';
import { RemovalsUnderWay } from './removal/removals-under-way.ts';
import { engineOf } from './sites/engine-of-sites.ts';
import { ContainerLogs } from './stopping/container-logs.ts';
import { DeafContainers } from './stopping/deaf-containers.ts';
import { SignalsHeard } from './stopping/signals-heard.ts';
import { Stops } from './stopping/stops.ts';

/** What carries out an agent's work; each part gets those that it needs. */
export type AgentWorks = ReturnType<typeof assembleAgent>;

/** Puts together what carries out an agent's work. */
export function assembleAgent(agentParts: AgentParts) {
  const parts = { ...agentParts, engine: engineOf(agentParts.sites) };
  const { settings, state, predecessor, sites } = parts;
  const { lastAlive } = sites[0];
  const { concurrency, protect, sweepLabels, stopTimeoutMs, drainTimeoutMs } = settings;
  const recorded = new RecordedReadings({
    ...parts,
    take: readingsTaker({ ...parts, ledger: state.ledger }),
  });
  const takeReadings = recorded.take;
  const volumesGone = new VolumesGone(parts);
  const signals = new SignalsHeard();
  const inventory = new Inventories({
    ...parts,
    onVolumeGone: (name, at) => volumesGone.note(name, at),
    onSignalled: (id) => signals.note(id),
  });
  const containerLogs = new ContainerLogs(parts);
  const deafContainers = new DeafContainers({
    ...parts,
    signals,
    inventory,
    kills: settings.deafContainers === 'kill',
  });
  const efforts = new Efforts(parts.clock);
  const underWay = new RemovalsUnderWay({ ...parts, efforts });
  const mountGuard = new MountGuard(parts);
  const stops = new Stops({ ...parts, containerLogs, deafContainers, efforts, mountGuard });
  const requests = new RemovalRequests({ ...parts, efforts, stops, concurrency });
  const removals = new Removals({
    ...parts,
    inventory,
    mountGuard,
    containerLogs,
    stops,
    requests,
    underWay,
  });
  // What came since a session that is over may belong to another job.
  const isJobOver = predecessor?.isJobOver ?? false;
  const images = new Images({ ...parts, isKnown: !isJobOver });
  const pace = new RemovalPace({ ...parts, takeReadings, apply: (atOnce) => requests.pace(atOnce) });
  const collector = new Collector({ ...parts, pace, stops, removals, takeReadings });
  const ownership = new Ownership({ ...parts, volumesGone, protect });
  const admission = new Admission({ ...parts, inventory, ownership });
  const containerNetns = new ContainerNetns({ ...parts, ownership });
  const submissions = new Submissions({
    ...parts,
    admission,
    containerNetns,
    volumesGone,
    stops,
    removals,
    stopTimeoutMs,
  });
  const budget = new LedgerBudget(state.ledger);
  const leases = new Leases({ ...parts, submissions, lastAlive });
  const secondLooks = new SecondLooks({ ...parts, submissions });
  const intake = new SpoolIntake({ ...parts, budget, submissions, secondLooks });
  const thresholds = new ThresholdWatch({ settings, ledger: state.ledger });
  const layerSizes = new LayerSizes(parts);
  const pressure = new Pressure({ ...parts, thresholds, layerSizes, collector, images, takeReadings });
  const sweepUntil = isJobOver ? lastAlive : undefined;
  const labelled = new Labelled({ ...parts, ownership, sweepLabels, sweepUntil });
  const straySearch = new StraySearch({ ...parts, ownership, labelled, until: sweepUntil });
  const drains = new Drains({
    ...parts,
    straySearch,
    pace,
    collector,
    labelled,
    containerNetns,
    images,
    submissions,
    leases,
    intake,
    secondLooks,
    stops,
    requests,
    underWay,
    efforts,
    recorded,
    defaultBudgetMs: drainTimeoutMs,
  });
  return {
    takeReadings,
    inventory,
    stops,
    removals,
    pace,
    collector,
    budget,
    submissions,
    leases,
    intake,
    secondLooks,
    thresholds,
    pressure,
    straySearch,
    drains,
  };
}
