import { expect, test } from 'vitest';
import { describeFault } from '../../../../src/domain/errors.ts';
import { VERSION } from '../../../../src/domain/version.ts';
import { readReport } from '../../../../src/protocol/reports/read-report.ts';
import { withStrays } from '../../../fakes/made-fleet.ts';
import { leakingLife, madeLife } from '../../../fakes/made-life.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const LIFE = leakingLife(madeLife({ count: 30, everyMs: 6000, batch: 6 }));

const FULL = madeReport({
  topologies: HOSTILE.map((name) =>
    reportedTopology(name, {
      lives: [{ kind: 'container', name, state: 'removed', image: name, deafTo: 'SIGTERM' }],
      deaf: [{ container: name, signal: 'SIGTERM', afterMs: -1, savedMs: 9800 }],
      unsure: [{ kind: 'volume', name, why: name }],
      logs: [{ container: name, error: name }],
    }),
  ),
  collections: [madeCollection({ goneOtherwise: { containers: 1, networks: 0, volumes: 0 } })],
  rejected: [{ file: 'a', error: 'b' }, { error: 'c' }],
  left: [{ topology: 't' as never, kind: 'network', name: 'n', why: 'other' }] as never,
  swept: [
    { session: 's', removed: { containers: 0, networks: 0, volumes: 0 }, leaks: LIFE.leaks, failed: 'x' },
  ],
  unconfirmed: 'no answer',
});

test.each([
  ['of nothing', madeReport()],
  ['of a job', LIFE],
  ['with all its fields', FULL],
  ['with strays', withStrays(LIFE, [{ kind: 'volume', id: 'v', name: 'v' }], { more: 2 })],
  [
    'with fields of a later topo-gc',
    { ...LIFE, later: { field: 1 }, session: { ...LIFE.session, later: true } },
  ],
])('a report %s is read as it was written', (_, report) => {
  const json = JSON.stringify(report);
  expect(readReport(json)).toEqual({ report: JSON.parse(json) });
});

const faultsOf = (text: string): string[] => {
  const read = readReport(text);
  return 'faults' in read ? read.faults.map(describeFault) : [];
};

/** The report with something else at a place. */
function withAt(path: readonly (string | number)[], value: unknown): string {
  const report = JSON.parse(JSON.stringify(LIFE));
  const at = path.slice(0, -1).reduce((inner, key) => inner[key], report);
  at[path.at(-1) ?? ''] = value;
  return JSON.stringify(report);
}

test.each([
  ['', /^: is empty: takes a report.json/],
  ['\n', /^: is empty/],
  [JSON.stringify(LIFE).slice(0, 500), /^: is no JSON, or not all of it \(.*\): takes a report.json/],
  ['[]', /^: is no object: takes a report.json/],
  ['null', /^: is no object/],
  ['{"name": "topo-gc", "version": "0.1.0"}', /^: is no report: takes a report.json/],
  ['{"version": 1, "jobs": [], "totals": {}}', /^: is what topo-gc report has written: takes a report.json/],
  [
    withAt(['version'], 2),
    new RegExp(`^version "2": takes 1: this is topo-gc ${VERSION}, take the one that wrote`),
  ],
  [withAt(['version'], 'one'), /^version "one": takes 1/],
  [withAt(['leaks'], undefined), /^leaks: is missing, takes a list$/],
  [withAt(['leaks'], {}), /^leaks "{}": takes a list$/],
  [withAt(['leaks', 0, 'cause'], 'meteorite'), /^leaks\[0\]\.cause "meteorite": takes in-use, busy, .*newer/],
  [withAt(['topologies', 3, 'state'], 'gone'), /^topologies\[3\]\.state "gone": takes failed, leased, /],
  [
    withAt(['topologies', 3, 'lives', 0, 'kind'], 'ship'),
    /^topologies\[3\]\.lives\[0\]\.kind "ship": takes container,/,
  ],
  [
    withAt(['readings', 'measures', 0, 'input'], 'gpu'),
    /^readings\.measures\[0\]\.input "gpu": takes disk-threshold,/,
  ],
  [withAt(['removed', 'ships'], 1), /^removed.*: has ships, which is not known; .*newer/],
  [withAt(['removed', 'networks'], -1), /^removed\.networks "-1": takes 0 or more$/],
  [withAt(['endedAt'], 1e300), /^endedAt "1e\+300": takes 8640000000000000 or less$/],
  [withAt(['strays'], { members: 3 }), /^strays\.members "3": takes a list$/],
  [
    withAt(['strays'], { members: [{ kind: 'volume', id: 'v', name: 1 }] }),
    /^strays\.members\[0\]\.name "1": takes a string$/,
  ],
  [withAt(['drainMs'], '2s'), /^drainMs "2s": takes a number$/],
])('%# is refused with its field, its value and what is accepted', (text, said) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(said)]);
});

test('a file with very many faults names some, and counts the others', () => {
  const text = JSON.stringify({ version: 1, session: {} });
  const faults = faultsOf(text);
  expect(faults).toHaveLength(6);
  expect(faults.at(-1)).toMatch(/^: and \d+ more$/);
});
