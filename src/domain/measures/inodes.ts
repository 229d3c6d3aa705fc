import type { SpaceLimit } from '../limits/limits.ts';
import { type DiskReadings, disk } from './disk.ts';
import type { Measure } from './measure.ts';
import type { Amount, SpaceReading } from './readings.ts';
import { spaceCrossed } from './spaces.ts';

/** Empty if the file system makes inodes on demand. */
function inodesOf({ of, totalBytes, totalInodes: total, freeInodes: value }: SpaceReading): Amount[] {
  if (total === undefined || value === undefined) return [];
  return [{ of, value, total, perByte: totalBytes === 0 ? 0 : total / totalBytes }];
}

const subject = (of: string): string => `the inodes of ${of}`;

/** The inodes of the same file systems, read with the disk. Many small files use up the inodes long before the bytes. */
export const inodes = {
  trigger: 'disk',
  input: disk.input,
  unit: 'inodes',
  fires: 'above',
  urgency: disk.urgency,
  runsOut: true,
  relief: disk.relief,
  words: {
    isShown: true,
    name: (of) => `inodes ${of}`,
    subject,
    figure: 'used',
    after: () => 'used',
    lane: 80,
    wavers: false,
  },
  metrics: [
    {
      name: 'topo_gc_free_inodes',
      help: 'The free inodes of a file system.',
      samples: (readings) =>
        readings.disk.flatMap(inodesOf).map(({ of, value }) => ({ labels: { of }, value })),
    },
    {
      name: 'topo_gc_size_inodes',
      help: 'All inodes of a file system.',
      samples: (readings) =>
        readings.disk.flatMap(({ of, totalInodes }) =>
          totalInodes === undefined ? [] : [{ labels: { of }, value: totalInodes }],
        ),
    },
  ],
  whenOften: disk.whenOften,
  amounts: (readings) => readings.disk.flatMap(inodesOf),
  crossed: (limit, amount, margin) => spaceCrossed('inodes', subject(amount.of), limit, amount, margin),
} as const satisfies Measure<SpaceLimit, DiskReadings>;
