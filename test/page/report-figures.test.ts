import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Report, savedMs } from '../../src/domain/report/report.ts';
import { duration, measureName, measureText, members } from '../../src/words/figures.ts';
import { STRAYS } from '../fakes/fake-agent-service.ts';
import { leakingLife, madeLife } from '../fakes/made-life.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../fakes/made-report.ts';
import { ReportBrowser } from './shown-report.ts';

let browser: ReportBrowser;
beforeAll(async () => {
  browser = await ReportBrowser.open();
});
afterAll(() => browser[Symbol.asyncDispose]());

const SMALL = madeLife({ count: 5, everyMs: 9000, batch: 3 });
const LARGE = madeLife({ count: 5000, everyMs: 700, batch: 25 });

describe.each([
  ['5 topologies', SMALL],
  ['5,000 topologies', LARGE],
])('of %s', (_, report) => {
  test('the figures that are shown are those of the report, and the browser has nothing to complain of', async () => {
    await using shown = await browser.show(report);
    expect(await shown.text('h1')).toBe('Nothing left');
    expect(await shown.text('.lead')).toContain(
      `${members(report.removed)} of ${report.topologies.length} topologies removed.`,
    );
    expect(await shown.texts('.figure strong')).toEqual([
      duration(savedMs(report)),
      duration(report.submissionMs + report.drainMs),
      String(report.collections.length),
      '100%',
    ]);
    expect(await shown.text('output')).toBe(`${report.topologies.length} topologies`);
    expect((await shown.table('readings')).map(([name, , tightest]) => [name, tightest])).toEqual(
      report.readings.measures.map((measure) => [
        measureName(measure),
        measureText(measure, measure.tightest.value),
      ]),
    );
    const collections = await shown.table('collections');
    expect(collections.map(([id, trigger, why]) => [id, trigger, why])).toEqual(
      report.collections.slice(0, 25).map(({ id, trigger, reason }) => [String(id), trigger, reason]),
    );
    expect(shown.complaints).toEqual([]);
    expect(shown.requests).toHaveLength(1);
  });

  test('the table has all of them, some at a time', async () => {
    await using shown = await browser.show(report);
    await shown.page.select('select', 'submitted');
    await shown.press('Table');
    const seen: string[] = [];
    for (;;) {
      const rows = await shown.table('topologies');
      seen.push(...rows.map(([name = '']) => name));
      if (seen.length >= report.topologies.length || seen.length >= 300) break;
      await shown.press('Next');
    }
    expect(seen).toEqual(report.topologies.slice(0, seen.length).map(({ name }) => name));
    expect(shown.complaints).toEqual([]);
  });

  test('no more is drawn than can be seen', async () => {
    await using shown = await browser.show(report);
    expect(await shown.count('.topology')).toBeLessThanOrEqual(40);
    expect(await shown.count('.topology')).toBeGreaterThanOrEqual(Math.min(18, report.topologies.length));
    expect(await shown.count('*')).toBeLessThan(4000);
  });
});

test('what went wrong comes first, with the engine’s words and what to do', async () => {
  const report = leakingLife(SMALL);
  await using shown = await browser.show(report);
  expect(await shown.text('h1')).toBe('1 leak');
  const [problem] = await shown.texts('.problem-list li');
  expect(problem).toContain(report.leaks[0]?.reason);
  expect(problem).toMatch(/Do: See who still uses it/);
  const order = await shown.texts('h2');
  expect(order.slice(0, 3)).toEqual(['What went wrong', 'Advice', 'What happened']);
  expect((await shown.texts('.topology'))[0]).toContain(report.topologies.at(-1)?.name);
});

test('advice names the input to set', async () => {
  await using shown = await browser.show(SMALL);
  expect(await shown.texts('.advice li')).toEqual([
    '1 container of postgres:17 ignored the stop signal, and ran for up to 10s until the kill. stop-timeout: 1s ends them ' +
      'sooner; docker run --init or a handler for SIGTERM would let them stop by themselves.',
  ]);
});

test('a search finds names, members and images; an order puts the slowest first', async () => {
  await using shown = await browser.show(LARGE);
  await shown.page.type('input[type=search]', 'c4321-2');
  expect(await shown.text('output')).toBe('1 of 5000 topologies');
  expect(await shown.texts('.topology .name')).toEqual(['test_routing.py::case_4321']);
  await shown.page.type('input[type=search]', ' nowhere');
  expect(await shown.text('output')).toBe('0 of 5000 topologies');
  expect(await shown.text('.topologies .note')).toBe('No topology matches the search.');
  await shown.page.$eval('input[type=search]', (input) => {
    (input as unknown as { value: string }).value = '';
  });
  await shown.page.type('input[type=search]', 'bgp case_1');
  expect(await shown.text('output')).toMatch(/^\d+ of 5000 topologies$/);
  for (const name of await shown.texts('.topology')) expect(name).toMatch(/bgp.*case_1/);
  await shown.page.select('select', 'stop');
  await shown.press('Table');
  const [first] = await shown.table('topologies');
  expect(first?.[5]).toBe('10s');
});

test('a report of nothing is a page all the same', async () => {
  await using shown = await browser.show(madeReport());
  expect(await shown.text('h1')).toBe('Nothing left');
  expect(shown.complaints).toEqual([]);
});

test('an engine that could not be asked, and a spool that was not taken, are told', async () => {
  const rejected = [{ file: '/spool/a.json', error: 'is no JSON' }];
  await using shown = await browser.show(madeReport({ unconfirmed: 'connect ECONNREFUSED', rejected }));
  expect(await shown.text('h1')).toBe('Not confirmed');
  expect(await shown.text('.problems')).toContain('connect ECONNREFUSED');
  expect(await shown.text('.problems')).toContain('/spool/a.json Is no JSON.');
});

test('sessions of earlier jobs are named, with what came of them', async () => {
  const removed = { containers: 2, networks: 0, volumes: 0 };
  const swept = [
    { session: 'tgc-1', removed, leaks: [] },
    { session: 'tgc-2', removed: { ...removed, containers: 0 }, leaks: [], failed: 'no engine' },
  ];
  await using shown = await browser.show(madeReport({ swept }));
  expect(await shown.text('h1')).toBe('Nothing left');
  await shown.page.click('summary ::-p-text(Sessions of earlier jobs)');
  expect(await shown.texts('.remarks li')).toEqual([
    'tgc-1 was swept: 2 containers removed, nothing left',
    'tgc-2 could not be swept: no engine',
  ]);
});

const SCRIPTS = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>',
  '<svg onload=alert(1)>',
  'javascript:alert(1)',
];

test('whatever names hold, they are text: nothing of them runs, and nothing is asked for', async () => {
  const names = [...HOSTILE, ...SCRIPTS];
  const report: Report = madeReport({
    topologies: names.map((name, at) =>
      reportedTopology(name, {
        id: `t${at}` as never,
        lives: [{ kind: 'container', name, image: name, state: 'failed', error: name }],
        ignoredStop: [name],
        absent: [name],
        kept: [name],
        logs: [{ container: name, file: name, error: name }],
      }),
    ),
    collections: names.map((reason, id) => madeCollection({ id: id + 1, reason })),
    leaks: names.map((name, at) => ({
      topology: `t${at}` as never,
      kind: 'volume',
      id: `v${at}`,
      name,
      cause: 'failed' as const,
      reason: name,
    })),
    inputs: Object.fromEntries(names.map((name) => [name, name])),
  });
  await using shown = await browser.show(report);
  await shown.press('Table');
  expect(await shown.count('img, svg[onload], a, iframe, main script')).toBe(0);
  expect(await shown.count('script')).toBe(2);
  expect((await shown.table('topologies')).map(([name]) => name)).toContain(
    '</script><script>alert(1)</script>',
  );
  expect(shown.complaints).toEqual([]);
  expect(shown.requests).toHaveLength(1);
});

test('the page may run no other script, and may ask the network for nothing', async () => {
  await using shown = await browser.show(SMALL);
  const ran = await shown.page.evaluate(`new Promise((resolve) => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.body.append(script);
    fetch('http://127.0.0.1:9/').then(() => 'answered', (error) => String(error)).then((fetched) => resolve({ injected: globalThis.injected === true, fetched }));
  })`);
  expect(ran).toEqual({ injected: false, fetched: 'TypeError: Failed to fetch' });
  expect(shown.complaints.filter((each) => each.includes('Content Security Policy'))).not.toEqual([]);
});

describe('strays', () => {
  test('are named before the picture, with whose they may be and what to do', async () => {
    await using shown = await browser.show(madeReport({ strays: { ...STRAYS, others: ['s2'], more: 7 } }));
    expect(await shown.text('h1')).toBe('Nothing left but 9 strays');
    expect(await shown.count('header.good')).toBe(1);
    expect(await shown.text('.lead')).toContain('nothing is left of what was handed over');
    expect(await shown.texts('.stray-list li')).toEqual([
      'container web made at 2026-11-24T10:00:05Z, by image nginx, not handed over',
      'volume data made or written to at 2026-11-24T10:00:06Z, not handed over',
    ]);
    expect(await shown.text('.strays')).toContain('meanwhile (s2): a stray may be theirs.');
    expect(await shown.text('.strays')).toContain('7 more were not looked at.');
    expect(await shown.barriers()).toEqual([]);
    expect(shown.complaints).toEqual([]);
  });

  test('that fail the job make the headline bad; without strays there is no section', async () => {
    await using failed = await browser.show(madeReport({ strays: { ...STRAYS, isFailure: true } }));
    expect(await failed.count('header.bad')).toBe(1);
    expect(await failed.text('.strays')).toContain('They fail the job.');
    await using none = await browser.show(madeReport());
    expect(await none.count('.strays')).toBe(0);
  });
});
