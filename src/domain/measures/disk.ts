import { INPUT } from '../limits/input-names.ts';
import { spaceInput } from '../limits/limit-inputs.ts';
import type { SpaceLimit } from '../limits/limits.ts';
import type { Topology } from '../topology/topology.ts';
import { layersOf } from './left-members.ts';
import type { LayerBytes, Measure, Relief } from './measure.ts';
import type { SpaceReading } from './readings.ts';
import { byteMetrics, bytesOf, spaceCrossed } from './spaces.ts';

export interface DiskReadings {
  /** The bytes of each relevant file system. */
  readonly disk: readonly SpaceReading[];
}

/** In bytes. Smaller layers count as equal, and their age decides. */
const LARGE_LAYERS = 16 * 2 ** 20;

const isLarge = (topology: Topology, layerBytes: LayerBytes): boolean =>
  layersOf(topology, layerBytes) >= LARGE_LAYERS;

/** The relief for a file system: bytes and inodes go together. */
const relief: Relief<DiskReadings> = {
  isMeasured: true,
  cutsGrace: false,
  weighsLayers: true,
  isHelpedByImages: true,
  helpers(pending, layerBytes) {
    const weight = (topology: Topology) =>
      isLarge(topology, layerBytes) ? layersOf(topology, layerBytes) : 0;
    return pending.toSorted((a, b) => weight(b) - weight(a));
  },
  isLarge,
  expected({ disk }, { topologies, layerBytes }) {
    const freed = topologies.reduce((sum, topology) => sum + layersOf(topology, layerBytes), 0);
    return { disk: disk.map((space) => ({ ...space, freeBytes: space.freeBytes + freed })) };
  },
};

/** The bytes of the file systems that hold the engine and the workspace. */
export const disk = {
  trigger: 'disk',
  input: { name: 'disk-threshold', ...spaceInput('4GiB free') },
  unit: 'bytes',
  fires: 'above',
  urgency: 10,
  runsOut: true,
  reads: {
    name: 'disk',
    async ask({ probe, missing }) {
      const { spaces, failures } = await probe.disk();
      for (const why of failures) missing(why);
      return spaces;
    },
    read: (spaces = []) => ({ disk: spaces }),
  },
  relief,
  words: {
    isShown: true,
    name: (of) => `disk ${of}`,
    subject: (of) => of,
    figure: 'free',
    after: () => 'free',
    lane: 30,
    wavers: false,
  },
  metrics: byteMetrics(({ disk: spaces }: DiskReadings) => spaces),
  whenOften: {
    input: { name: INPUT.removeImages, from: 'never', to: 'pulled' },
    effect: 'also removes images that came during the job',
  },
  amounts: ({ disk: spaces }) => spaces.map(bytesOf),
  crossed: (limit, amount, margin) => spaceCrossed('bytes', amount.of, limit, amount, margin),
} as const satisfies Measure<SpaceLimit, DiskReadings, readonly SpaceReading[]>;
