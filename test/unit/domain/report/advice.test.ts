import { describe, expect, test } from 'vitest';
import { adviceOn, describeAdvice } from '../../../../src/domain/report/advice.ts';
import type { Report } from '../../../../src/domain/report/report.ts';
import type { ReportedMeasure } from '../../../../src/domain/report/reported-readings.ts';
import type { ReportedMember } from '../../../../src/domain/report/reported-topology.ts';
import { INPUT_NAMES, parseSettings, withDefaults } from '../../../../src/domain/settings.ts';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { madeCollection, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const SECOND = 1000;

const container = (name: string, rest: Partial<ReportedMember> = {}): ReportedMember => ({
  ...{ kind: 'container', name, state: 'removed', graceMs: 10 * SECOND },
  ...{ stoppingAt: 0, stoppedAt: 300, removingAt: 20 * SECOND, removedAt: 21 * SECOND },
  ...rest,
});

const network = (name: string, removedAt: number): ReportedMember => ({
  ...{ kind: 'network', name, state: 'removed', removingAt: removedAt - SECOND, removedAt },
});

const measure = (rest: Partial<ReportedMeasure>): ReportedMeasure => ({
  ...{ input: 'container-threshold', of: 'containers', unit: 'count', values: [1] },
  ...{ tightest: { at: 0, value: 40 }, threshold: 100 },
  ...rest,
});

/** All measures with room, but for what is said. */
const readings = (...measures: readonly ReportedMeasure[]): Report['readings'] => ({
  at: [0],
  measures,
  unavailable: [],
});

const drain = madeCollection({ trigger: 'drain', startedAt: 20 * SECOND, endedAt: 40 * SECOND });

const reportOf = (rest: Partial<Report>): Report =>
  madeReport({ inputs: withDefaults({}), collections: [drain], ...rest });

const inputsOf = (rest: Partial<Report>) =>
  adviceOn(reportOf(rest)).map(({ input, value }) => `${input}: ${value}`);

const withLives = (...lives: readonly ReportedMember[]) => [reportedTopology('lab', { lives })];

test('where all went well there is no advice', () => {
  expect(
    inputsOf({ topologies: withLives(container('web'), network('n', 22 * SECOND)), drainMs: 3000 }),
  ).toEqual([]);
});

describe('containers that can’t hear their stop signal', () => {
  const deaf = (name: string, image: string, init = false) =>
    container(name, {
      stoppedAt: 200,
      graceMs: 10 * SECOND,
      deafTo: 'SIGTERM',
      image,
      ...(init && { init }),
    });
  const adviceFor = (...lives: readonly ReportedMember[]) =>
    adviceOn(reportOf({ topologies: withLives(...lives) })).map(describeAdvice);

  test('are told by image, with what lets them end in good order', () => {
    expect(adviceFor(deaf('a', 'redis'), deaf('b', 'nginx'), deaf('c', 'nginx'))).toEqual([
      '3 containers of nginx, redis could not hear SIGTERM, and were killed at once. docker run: --init lets the signal ' +
        'end them, and so does a handler for SIGTERM.',
    ]);
  });

  test('are not told to have an init that they have', () => {
    expect(adviceFor(deaf('a', 'node', true))).toEqual([
      '1 container of node could not hear SIGTERM, and was killed at once. docker run: --stop-signal SIGKILL ends them ' +
        'at once; to end in good order, the process below their --init needs a handler for SIGTERM.',
    ]);
    expect(adviceFor(deaf('a', 'node', true), deaf('b', 'redis'))[0]).toContain(
      '--init lets the signal end them, and so does a handler for SIGTERM; 1 of them have it, and the process below it needs the handler.',
    );
  });
});

describe('containers that ignore their stop signal', () => {
  const stubborn = (name: string, image?: string, graceMs = 10 * SECOND) =>
    container(name, { stoppedAt: graceMs, graceMs, ...(image !== undefined && { image }) });

  test('are told by image, those with the most first', () => {
    const lives = [stubborn('a', 'redis'), stubborn('b', 'nginx'), stubborn('c', 'nginx'), container('d')];
    expect(adviceOn(reportOf({ topologies: withLives(...lives) })).map(describeAdvice)).toEqual([
      '3 containers of nginx, redis ignored the stop signal, and ran for up to 10s until the kill. stop-timeout: 1s ' +
        'ends them sooner; docker run --init or a handler for SIGTERM would let them stop by themselves.',
    ]);
  });

  test('are not told to have an init that they have', () => {
    const lives = [{ ...stubborn('a', 'ubuntu'), init: true }];
    const [advice] = adviceOn(reportOf({ topologies: withLives(...lives) }));
    expect(advice?.input).toBe('stop-timeout');
    expect(advice?.effect).toBe(
      'ends them sooner; they have --init already, and the process below it ignores the signal: a handler for it or another stop signal (--stop-signal) would let them stop by themselves',
    );
  });

  test('of pytest are told its own option, which goes before the input', () => {
    const lives = [{ ...stubborn('a', 'ubuntu'), client: 'pytest' }];
    const [advice] = adviceOn(reportOf({ topologies: withLives(...lives) }));
    expect(advice?.input).toBe('--topology-gc-stop-timeout');
  });

  test('of many images the first are told, and of one that is not known the container', () => {
    const lives = ['a', 'b', 'c', 'd', 'e'].map((name) => stubborn(name, `image-${name}`));
    const [advice] = adviceOn(reportOf({ topologies: withLives(stubborn('nameless'), ...lives) }));
    expect(advice?.finding).toMatch(/^6 containers of nameless, image-a, image-b and 3 more /);
  });

  test('nothing is to be won where the grace is short already', () => {
    expect(inputsOf({ topologies: withLives(stubborn('a', 'nginx', SECOND)) })).toEqual([]);
  });
});

describe('networks that bound the drain', () => {
  const counted = measure({
    input: 'network-threshold',
    of: 'networks',
    tightest: { at: 0, value: 20 },
    threshold: 24,
  });

  test('are told with half of the most that there were', () => {
    const topologies = withLives(container('a', { removedAt: 22 * SECOND }), network('n', 40 * SECOND));
    const found = adviceOn(reportOf({ topologies, readings: readings(counted) }));
    expect(found).toMatchObject([{ input: 'network-threshold', value: '10' }]);
    expect(found[0]?.finding).toContain(
      '1 network, which the engine removes one after the other, took 18s more',
    );
  });

  test('not where they are done soon after the rest, nor where the drain was waiting for containers', () => {
    for (const last of [23 * SECOND, 38 * SECOND]) {
      const topologies = withLives(container('a', { removedAt: last - SECOND }), network('n', last));
      expect(inputsOf({ topologies, readings: readings(counted) })).toEqual([]);
    }
  });
});

describe('a long drain of what could have gone before', () => {
  const topologies = [reportedTopology('a'), reportedTopology('b')];
  const busy = (...values: readonly number[]) =>
    measure({ input: 'idle-collect', of: 'busy', unit: 'percent', values: [null as never, ...values] });
  const long = { topologies, drainMs: 30 * SECOND };

  test('where the CPU was idle and idle collection is off, it may be used', () => {
    const inputs = { 'idle-collect': 'off' };
    expect(inputsOf({ ...long, inputs, readings: readings(measure({}), busy(10, 60)) })).toEqual([
      'idle-collect: 50%',
    ]);
  });

  test('where it was busy, or nobody knows, the threshold goes to half of the most that were pending', () => {
    for (const measures of [[measure({}), busy(80, 90)], [measure({})]])
      expect(inputsOf({ ...long, readings: readings(...measures) })).toEqual(['container-threshold: 20']);
  });

  test.each([
    ['a short one', { drainMs: 9 * SECOND }],
    ['where a threshold has fired', { collections: [madeCollection(), drain] }],
    [
      'where most had not stopped yet',
      { topologies: topologies.map((each) => ({ ...each, stoppedAt: 19_000 })) },
    ],
    ['where there was next to nothing', { readings: readings(measure({ tightest: { at: 0, value: 2 } })) }],
  ])('not %s', (_, rest) => {
    expect(inputsOf({ ...long, readings: readings(measure({})), ...rest })).toEqual([]);
  });
});

describe('a threshold that fires often', () => {
  const fired = (trigger: 'containers' | 'networks' | 'disk', count: number) =>
    Array.from({ length: count }, (_, id) => madeCollection({ id, trigger }));
  const roomy = measure({
    input: 'disk-threshold',
    of: '/data',
    unit: 'bytes',
    total: 100,
    tightest: { at: 0, value: 50 },
    threshold: 4,
  });
  const tight = { ...roomy, tightest: { at: 0, value: 5 } };
  const networks = measure({ input: 'network-threshold', of: 'networks', threshold: 24 });

  test.each([
    ['containers', 'container-threshold: 200'],
    ['networks', 'network-threshold: 48'],
  ] as const)('of %s may be doubled', (trigger, advised) => {
    const collections = fired(trigger, 5);
    expect(inputsOf({ collections, readings: readings(roomy, measure({}), networks) })).toEqual([advised]);
  });

  test('not where the disk is tight, nor where it fired a few times only', () => {
    expect(inputsOf({ collections: fired('containers', 5), readings: readings(tight, measure({})) })).toEqual(
      [],
    );
    expect(inputsOf({ collections: fired('containers', 4), readings: readings(roomy, measure({})) })).toEqual(
      [],
    );
  });

  test('of the disk may be helped by removing images, unless that is so already', () => {
    expect(inputsOf({ collections: fired('disk', 5) })).toEqual(['remove-images: pulled']);
    const inputs = withDefaults({ 'remove-images': 'pulled' });
    expect(inputsOf({ collections: fired('disk', 5), inputs })).toEqual([]);
  });
});

describe('when the time for the drain was up', () => {
  const leaks = [
    {
      topology: 'lab' as TopologyId,
      kind: 'container',
      id: 'a',
      name: 'a',
      cause: 'out-of-time',
      reason: 'the time was up: it waited 3.2s for its stop (its grace is 10s)',
    },
  ] as const;

  test('it may have more, up to what a cancelled job has', () => {
    expect(inputsOf({ leaks, inputs: withDefaults({ 'drain-timeout': '30s' }) })).toEqual([
      'drain-timeout: 4m',
    ]);
    expect(inputsOf({ leaks })).toEqual([]);
  });
});

test('all that is advised are inputs that there are, with values that they take', () => {
  const reports: Partial<Report>[] = [
    { topologies: withLives(container('a', { stoppedAt: 10 * SECOND })) },
    { collections: Array.from({ length: 5 }, () => madeCollection({ trigger: 'disk' })) },
    { topologies: [reportedTopology('a')], drainMs: 30 * SECOND, readings: readings(measure({})) },
  ];
  const advised = reports.flatMap((rest) => adviceOn(reportOf(rest)));
  expect(advised).toHaveLength(reports.length);
  for (const { input, value } of advised) {
    expect(INPUT_NAMES).toContain(input);
    expect(() => parseSettings({ [input]: value })).not.toThrow();
  }
});
