const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** The least and the most; what it is in each case is told by the seed. */
export type Range = readonly [least: number, most: number];

/** What the tests of a job are like. */
export interface Workload {
  readonly name: string;
  /** How often among the jobs. */
  readonly weight: number;
  readonly modules: Range;
  /** Of each module. */
  readonly containers: number;
  readonly networks: number;
  /** ms between the stop signal and the exit; what takes longer than the grace is killed. */
  readonly stopMs: Range;
  /** Its containers can't hear their stop signal. */
  readonly isDeaf?: true;
  /** How long a module's tests take on an idle machine, in ms; for which share of that they want cores, and how many. */
  readonly testMs: Range;
  readonly busy: number;
  readonly cores: number;
  /** Of each container, written evenly while the tests run. */
  readonly layerBytes: Range;
  readonly files: Range;
  /** Of each container, until it has ended. */
  readonly memoryBytes: Range;
}

/**
 * Assumed, but for the lab: four modules of topology_docker, of four nodes with a shell that can't hear SIGTERM and a bridge
 * each, take 25 s where nothing is unbuilt.
 */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'lab',
    weight: 2,
    modules: [16, 40],
    containers: 4,
    networks: 4,
    stopMs: [60_000, 60_000],
    isDeaf: true,
    testMs: [3_000, 8_000],
    busy: 0.6,
    cores: 1.2,
    layerBytes: [1 * MIB, 20 * MIB],
    files: [50, 300],
    memoryBytes: [20 * MIB, 60 * MIB],
  },
  {
    name: 'services',
    weight: 2,
    modules: [20, 60],
    containers: 3,
    networks: 1,
    stopMs: [100, 1_500],
    testMs: [5_000, 20_000],
    busy: 0.6,
    cores: 1.6,
    layerBytes: [20 * MIB, 300 * MIB],
    files: [500, 4_000],
    memoryBytes: [100 * MIB, 500 * MIB],
  },
  {
    name: 'builds',
    weight: 1,
    modules: [6, 16],
    containers: 2,
    networks: 1,
    stopMs: [100, 30_000],
    testMs: [15_000, 60_000],
    busy: 0.9,
    cores: 3,
    layerBytes: [0.3 * GIB, 2 * GIB],
    files: [2_000, 20_000],
    memoryBytes: [300 * MIB, 1.5 * GIB],
  },
  {
    // Something large is loaded: up to 700 MB a second.
    name: 'data',
    weight: 1,
    modules: [6, 12],
    containers: 1,
    networks: 1,
    stopMs: [100, 30_000],
    testMs: [8_000, 20_000],
    busy: 0.5,
    cores: 1,
    layerBytes: [2 * GIB, 5 * GIB],
    files: [20, 200],
    memoryBytes: [1 * GIB, 3 * GIB],
  },
];

export const JOBS_A_DAY = 16;

/** Assumed: what each job leaves on the disk, as images and caches. */
export const LEFT_BYTES: Range = [200 * MIB, 700 * MIB];
