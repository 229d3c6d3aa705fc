import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limits, Readings } from '../../../../src/domain/measures/measures.ts';
import { nextBatch } from '../../../../src/domain/pressure/reclaim.ts';
import { crossedThresholds } from '../../../../src/domain/pressure/thresholds.ts';
import { parseSettings } from '../../../../src/domain/settings.ts';
import type { Topology } from '../../../../src/domain/topology/topology.ts';
import { GIB, madeReadings, madeSpace } from '../../../fakes/made-readings.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const OFF = {
  'disk-threshold': 'off',
  'memory-threshold': 'off',
  'container-threshold': 'off',
  'network-threshold': 'off',
};

const limitsOf = (inputs: Record<string, string>) => parseSettings({ ...OFF, ...inputs }).limits;

/** Four containers and a network, submitted that many ms after 0. */
const lab = (name: string, submittedAt = 0): Topology =>
  madeTopology(
    name,
    [
      ...['a', 'b', 'c', 'd'].map((node) => madeMember(`${name}-${node}`)),
      madeMember(`${name}-net`, { kind: 'network' }),
    ],
    { submittedAt },
  );

/** What is chosen when these readings are the ones that have fired. */
function chosen(
  limits: Limits,
  readings: Readings,
  pending: readonly Topology[],
  layerBytes: ReadonlyMap<string, number> = new Map(),
): Topology[] {
  const crossed = new Set(crossedThresholds(limits, readings).map(({ trigger }) => trigger));
  const pressing = (then: Readings) =>
    crossedThresholds(limits, then, true).filter(({ trigger }) => crossed.has(trigger));
  return nextBatch({ readings, pressing, pending, layerBytes });
}

const names = (topologies: readonly Topology[]) => topologies.map(({ id }) => id);

const PENDING = ['one', 'two', 'three', 'four'].map((name, at) => lab(name, at * 1000));

test('none is chosen where the readings are under their thresholds by the margin', () => {
  expect(chosen(limitsOf({}), madeReadings(), PENDING)).toEqual([]);
  const far = madeReadings({ containers: 16, networks: 4, disk: [madeSpace(50)] });
  expect(chosen(parseSettings({}).limits, far, PENDING)).toEqual([]);
});

describe('the oldest come first, and no more than bring the count back by the margin', () => {
  // With 16 pending, 12 are the margin of a threshold of 15, and 8 that of one of 10.
  test.each([
    ['15', ['one']],
    ['10', ['one', 'two']],
    ['5', ['one', 'two', 'three']],
    ['1', ['one', 'two', 'three', 'four']],
  ])('container-threshold: %s', (threshold, expected) => {
    const readings = madeReadings({ containers: 16 });
    expect(names(chosen(limitsOf({ 'container-threshold': threshold }), readings, PENDING))).toEqual(
      expected,
    );
  });

  test('network-threshold', () => {
    const readings = madeReadings({ networks: 10 });
    expect(names(chosen(limitsOf({ 'network-threshold': '10' }), readings, PENDING))).toEqual(['one', 'two']);
  });

  test('what is done already gives nothing back', () => {
    const gone = madeTopology('gone', [
      ...['a', 'b', 'c', 'd'].map((node) => madeMember(node, { state: 'removed' })),
      madeMember('left'),
    ]);
    const readings = madeReadings({ containers: 9 });
    const limits = limitsOf({ 'container-threshold': '9' });
    expect(names(chosen(limits, readings, [gone, ...PENDING]))).toEqual(['gone', 'one']);
  });
});

test('all are chosen where others hold what all of them could not bring back', () => {
  const readings = madeReadings({ networks: 100 });
  expect(chosen(limitsOf({ 'network-threshold': '24' }), readings, PENDING)).toHaveLength(4);
});

test('an unavailable count chooses nothing', () => {
  const { networks: _, ...readings } = madeReadings();
  expect(chosen(limitsOf({ 'network-threshold': '1' }), readings, PENDING)).toEqual([]);
});

test('only those are chosen that are too old', () => {
  const readings = madeReadings({ at: 61_500, oldestMs: 61_500 });
  expect(names(chosen(limitsOf({ 'age-threshold': '1m' }), readings, PENDING))).toEqual(['one', 'two']);
});

test.each(['disk-threshold', 'memory-threshold'])(
  '%s: a few, as only a new reading tells what they gave back',
  (input) => {
    const readings = madeReadings({ disk: [madeSpace(1)], memory: [madeSpace(1, 'memory')] });
    expect(names(chosen(limitsOf({ [input]: '95%' }), readings, PENDING))).toEqual(['one', 'two']);
  },
);

describe('what helps the reading goes first', () => {
  const MIB = 2 ** 20;
  const stopped = (name: string) =>
    madeTopology(name, [madeMember(`${name}-a`, { state: 'stopped', stoppedAt: 0 })]);
  const running = (name: string) => madeTopology(name, [madeMember(`${name}-a`)]);
  const bytes = (of: Record<string, number>) =>
    new Map(Object.entries(of).map(([name, mib]) => [`id-of-${name}-a`, mib * MIB]));

  test('disk: the largest layers, and of them as many as are needed', () => {
    const sizes = bytes({ one: 1, two: 600, three: 900, four: 500 });
    // 1.1 times 4 GiB is the margin: 1.4 GiB are missing.
    const readings = madeReadings({ disk: [madeSpace(3)] });
    expect(names(chosen(limitsOf({ 'disk-threshold': '4GiB free' }), readings, PENDING, sizes))).toEqual([
      'two',
      'three',
    ]);
  });

  test('disk: more than two where all of them are large', () => {
    const sizes = bytes({ one: 100, two: 100, three: 100, four: 1 });
    const readings = madeReadings({ disk: [madeSpace(3)] });
    expect(names(chosen(limitsOf({ 'disk-threshold': '4GiB free' }), readings, PENDING, sizes))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  test('disk: small layers are alike, and the oldest go', () => {
    const sizes = bytes({ one: 1, two: 2, three: 15, four: 9 });
    const readings = madeReadings({ disk: [madeSpace(3)] });
    expect(names(chosen(limitsOf({ 'disk-threshold': '4GiB free' }), readings, PENDING, sizes))).toEqual([
      'one',
      'two',
    ]);
  });

  test('memory: what runs, and only then what has stopped', () => {
    const readings = madeReadings({ memory: [madeSpace(1, 'memory')] });
    const limits = limitsOf({ 'memory-threshold': '85%' });
    const pending = [stopped('one'), stopped('two'), running('three')];
    expect(names(chosen(limits, readings, pending))).toEqual(['one', 'three']);
    expect(names(chosen(limits, readings, [stopped('one')]))).toEqual(['one']);
  });

  test('cpu: only what runs, as the removal of the rest takes CPU and gives none', () => {
    const readings = madeReadings({ cpu: { by: 'pressure', percent: 90 } });
    const limits = limitsOf({ 'cpu-threshold': '50%' });
    expect(names(chosen(limits, readings, [stopped('one'), running('two')]))).toEqual(['two']);
    expect(chosen(limits, readings, [stopped('one')])).toEqual([]);
  });

  test('networks: only what has one', () => {
    const readings = madeReadings({ networks: 24 });
    const limits = limitsOf({ 'network-threshold': '24' });
    expect(names(chosen(limits, readings, [running('none'), ...PENDING]))).toEqual(names(PENDING));
  });
});

/** What a topology really holds, of which only its layers may be known. */
interface Holding {
  readonly containers: number;
  readonly networks: number;
  readonly gib: number;
  readonly isKnown: boolean;
}

const holding: fc.Arbitrary<Holding> = fc.record({
  containers: fc.nat(4),
  networks: fc.nat(3),
  gib: fc.double({ min: 0, max: 2, noNaN: true }),
  isKnown: fc.boolean(),
});

test('no reading is left crossed while something that could help is pending', () => {
  const limits = limitsOf({
    'disk-threshold': '10GiB free',
    'container-threshold': '8',
    'network-threshold': '6',
  });
  fc.assert(
    fc.property(
      fc.array(holding, { maxLength: 12 }),
      fc.double({ min: 0, max: 12, noNaN: true }),
      (held, free) => {
        const named = held.map((each, at) => ({ each, id: `t${at}` }));
        const layerBytes = new Map(
          named.flatMap(({ each, id }) => (each.isKnown ? [[`id-of-${id}-0`, each.gib * GIB] as const] : [])),
        );
        let pending = named.map(({ each, id }) =>
          madeTopology(id, [
            ...Array.from({ length: each.containers }, (_, at) => madeMember(`${id}-${at}`)),
            ...Array.from({ length: each.networks }, (_, at) =>
              madeMember(`${id}-net-${at}`, { kind: 'network' }),
            ),
          ]),
        );
        const left = () => named.filter(({ id }) => pending.some((topology) => topology.id === id));
        const sum = (of: (each: Holding) => number) =>
          left().reduce((total, { each }) => total + of(each), 0);
        const all = sum(({ gib }) => gib);
        const read = () =>
          madeReadings({
            disk: [madeSpace(free + all - sum(({ gib }) => gib))],
            containers: sum(({ containers }) => containers),
            networks: sum(({ networks }) => networks),
          });
        const crossed = new Set(crossedThresholds(limits, read()).map(({ trigger }) => trigger));
        const pressing = (readings: Readings) =>
          crossedThresholds(limits, readings, true).filter(({ trigger }) => crossed.has(trigger));
        for (;;) {
          const batch = nextBatch({ readings: read(), pressing, pending, layerBytes });
          if (batch.length === 0) break;
          pending = pending.filter((topology) => !batch.includes(topology));
        }
        const kinds = { containers: 'container', networks: 'network' } as const;
        for (const { trigger } of pressing(read())) {
          const helps = (topology: Topology) =>
            trigger === 'disk' ||
            topology.members.some(({ kind }) => kind === kinds[trigger as keyof typeof kinds]);
          expect(pending.filter(helps)).toEqual([]);
        }
      },
    ),
  );
});
