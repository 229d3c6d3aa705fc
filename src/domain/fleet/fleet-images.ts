import type { Report } from '../report/report.ts';
import type { ReportedMember, ReportedTopology } from '../report/reported-topology.ts';
import { ranAllItsGrace } from '../report/time-saved.ts';

/** The containers of one image, over all jobs. Durations in ms. */
export interface FleetImage {
  readonly image: string;
  readonly containers: number;
  /** The number of jobs that handed over such containers. */
  readonly jobs: number;
  readonly leaked: number;
  /** Containers that ran until the end of their grace, and containers that could not hear their stop signal. */
  readonly ignoredStop: number;
  readonly deaf: number;
  /** The time from their stop signals until they had stopped: of all together, and the longest. */
  readonly stoppingMs: number;
  readonly longestStopMs: number;
}

/** The images of the fleet, and the containers whose images are not known. */
export interface FleetImages {
  /** The worst first. */
  readonly worst: readonly FleetImage[];
  /** The number of all images. */
  readonly count: number;
  /** Containers whose reports do not name their images, as a report names no more than its first 10,000 members. */
  readonly untold: number;
}

/** The most images that are listed. */
export const MOST_IMAGES = 200;

type Row = { -readonly [Field in keyof FleetImage]: FleetImage[Field] };

const madeRow = (image: string): Row => ({
  ...{ image, containers: 0, jobs: 0, leaked: 0, ignoredStop: 0, deaf: 0, stoppingMs: 0, longestStopMs: 0 },
});

function addContainer(row: Row, member: ReportedMember, isLeaked: boolean): void {
  const { stoppingAt, stoppedAt, deafTo } = member;
  const stopMs =
    stoppingAt === undefined || stoppedAt === undefined ? 0 : Math.max(0, stoppedAt - stoppingAt);
  row.containers += 1;
  row.stoppingMs += stopMs;
  row.longestStopMs = Math.max(row.longestStopMs, stopMs);
  if (isLeaked) row.leaked += 1;
  if (ranAllItsGrace(member)) row.ignoredStop += 1;
  if (deafTo !== undefined) row.deaf += 1;
}

/** Leaks weigh most, then containers that had to be killed, then the time that the containers took. */
const isWorse = (a: Row, b: Row): number =>
  b.leaked - a.leaked ||
  b.ignoredStop + b.deaf - (a.ignoredStop + a.deaf) ||
  b.stoppingMs - a.stoppingMs ||
  a.image.localeCompare(b.image, 'en');

const untoldIn = ({ lives, members }: ReportedTopology): number =>
  lives === undefined
    ? members.containers
    : lives.filter(
        ({ kind, image, state }) => kind === 'container' && image === undefined && state !== 'absent',
      ).length;

/** Collects the containers of all jobs, by image. */
export class ImageTally {
  readonly #rows = new Map<string, Row>();
  #untold = 0;

  add({ topologies, leaks }: Report): void {
    const leaked = new Set(leaks.map(({ topology, kind, name }) => `${topology} ${kind} ${name}`));
    const ofJob = new Set<Row>();
    for (const topology of topologies) {
      this.#untold += untoldIn(topology);
      for (const member of topology.lives ?? []) {
        if (member.kind !== 'container' || member.image === undefined || member.state === 'absent') continue;
        const row = this.#row(member.image);
        addContainer(row, member, leaked.has(`${topology.id} ${member.kind} ${member.name}`));
        ofJob.add(row);
      }
    }
    for (const row of ofJob) row.jobs += 1;
  }

  #row(image: string): Row {
    const row = this.#rows.get(image) ?? madeRow(image);
    this.#rows.set(image, row);
    return row;
  }

  result(): FleetImages {
    const rows = [...this.#rows.values()].sort(isWorse);
    return { worst: rows.slice(0, MOST_IMAGES), count: rows.length, untold: this.#untold };
  }
}
