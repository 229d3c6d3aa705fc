import { Admission } from './admission.ts';
import type { AgentParts } from './agent-parts.ts';
import { Collector } from './collect.ts';
import { ContainerLogs } from './container-logs.ts';
import { DeafContainers } from './deaf-containers.ts';
import { Drains } from './drains.ts';
import { HostRemovals } from './host-removals.ts';
import { Images } from './images.ts';
import { Inventory } from './inventory.ts';
import { Labelled } from './labelled.ts';
import { LayerSizes } from './layer-sizes.ts';
import { Leases } from './leases.ts';
import { LedgerBudget } from './ledger-budget.ts';
import { Ownership } from './ownership.ts';
import { Pressure } from './pressure.ts';
import { RecordedReadings } from './recorded-readings.ts';
import { RemovalPace } from './removal-pace.ts';
import { Removals } from './removals.ts';
import { SignalsHeard } from './signals-heard.ts';
import { SpoolIntake } from './spool-intake.ts';
import { Stops } from './stops.ts';
import { Submissions } from './submissions.ts';
import { readingsTaker } from './take-readings.ts';
import { ThresholdWatch } from './threshold-watch.ts';
import { VolumesGone } from './volumes-gone.ts';

/** What carries out an agent's work, each told of those that it needs. */
export type AgentWorks = ReturnType<typeof assembleAgent>;

/** Puts together what carries out an agent's work. */
export function assembleAgent(parts: AgentParts) {
  const { settings, state, predecessor, identity } = parts;
  const { ahead } = identity;
  const { concurrency, protect, sweepLabels, stopTimeoutMs, drainTimeoutMs } = settings;
  const recorded = new RecordedReadings({
    ...parts,
    take: readingsTaker({ ...parts, ledger: state.ledger }),
  });
  const takeReadings = recorded.take;
  const volumesGone = new VolumesGone(parts);
  const signals = new SignalsHeard();
  const inventory = new Inventory({
    ...parts,
    onVolumeGone: (name) => volumesGone.note(name),
    onSignalled: (id) => signals.note(id),
  });
  const containerLogs = new ContainerLogs(parts);
  const deafContainers = new DeafContainers({
    ...parts,
    signals,
    inventory,
    kills: settings.deafContainers === 'kill',
  });
  const stops = new Stops({ ...parts, containerLogs, deafContainers });
  const removals = new Removals({ ...parts, inventory, containerLogs, stops, concurrency });
  const hostRemovals = new HostRemovals(parts);
  // What came since a session that is over may be another's.
  const isJobOver = predecessor?.isJobOver ?? false;
  const before = isJobOver ? undefined : parts.guarded.images;
  const images = new Images({ ...parts, before });
  const pace = new RemovalPace({ ...parts, takeReadings, apply: (atOnce) => removals.pace(atOnce) });
  const collector = new Collector({ ...parts, pace, stops, images, removals, hostRemovals, takeReadings });
  const ownership = new Ownership({ ...parts, volumesGone, ahead, protect });
  const admission = new Admission({ ...parts, ahead, inventory, ownership });
  const submissions = new Submissions({
    ...parts,
    admission,
    volumesGone,
    stops,
    hostRemovals,
    stopTimeoutMs,
  });
  const budget = new LedgerBudget(state.ledger);
  const leases = new Leases({ ...parts, submissions, lastAlive: predecessor?.lastAlive });
  const intake = new SpoolIntake({ ...parts, budget, submissions });
  const thresholds = new ThresholdWatch({ settings, ledger: state.ledger });
  const layerSizes = new LayerSizes(parts);
  const pressure = new Pressure({ ...parts, thresholds, layerSizes, collector, images, takeReadings });
  const sweepUntil = isJobOver ? predecessor?.lastAlive : undefined;
  const labelled = new Labelled({ ...parts, ownership, sweepLabels, sweepUntil, ahead });
  const drains = new Drains({
    ...parts,
    pace,
    collector,
    labelled,
    images,
    submissions,
    leases,
    intake,
    stops,
    removals,
    recorded,
    defaultBudgetMs: drainTimeoutMs,
  });
  return {
    takeReadings,
    inventory,
    stops,
    hostRemovals,
    pace,
    collector,
    budget,
    submissions,
    leases,
    intake,
    thresholds,
    pressure,
    drains,
  };
}
