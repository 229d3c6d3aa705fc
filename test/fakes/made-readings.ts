import type { Readings } from '../../src/domain/measures/measures.ts';
import type { SpaceReading } from '../../src/domain/measures/readings.ts';

export const GIB = 2 ** 30;

/** A file system of 100 GiB, or memory. */
export const madeSpace = (freeGib: number, of = '/data'): SpaceReading => ({
  of,
  totalBytes: 100 * GIB,
  freeBytes: freeGib * GIB,
});

/** A file system of 100 GiB and 1,000 inodes. */
export const madeFileSystem = (freeGib: number, freeInodes: number, of = '/data'): SpaceReading => ({
  ...madeSpace(freeGib, of),
  totalInodes: 1000,
  freeInodes,
});

/** Readings that cross no threshold, but for what is said. */
export const madeReadings = (rest: Partial<Readings> = {}): Readings => ({
  at: 0,
  disk: [madeSpace(50)],
  memory: [madeSpace(50, 'memory')],
  cpu: { by: 'pressure', percent: 10 },
  containers: 0,
  networks: 1,
  unavailable: [],
  ...rest,
});
