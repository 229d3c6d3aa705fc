import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TopologyId } from '../../src/domain/topology/topology.ts';
import { duration } from '../../src/words/figures.ts';
import { MATRIX, madeFleet, withStrays } from '../fakes/made-fleet.ts';
import { leakingLife, madeLife } from '../fakes/made-life.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../fakes/made-report.ts';
import { ReportBrowser } from './shown-report.ts';

let browser: ReportBrowser;
beforeAll(async () => {
  browser = await ReportBrowser.open();
});
afterAll(() => browser[Symbol.asyncDispose]());

const FLEET = madeFleet(MATRIX, 6);

const LIFE = madeLife({ count: 30, everyMs: 5000, batch: 6 });
const LEAKING = leakingLife(LIFE);
/** Every tenth job of a long day leaks. */
const DAY = madeFleet(
  Object.fromEntries(
    Array.from({ length: 500 }, (_, at) => [`run-${at}/linux`, at % 10 === 0 ? LEAKING : LIFE]),
  ),
);

test('the figures that are shown are those of the fleet, and the browser has nothing to complain of', async () => {
  await using shown = await browser.show(FLEET);
  expect(await shown.text('h1')).toBe(
    '1 leak, 1 job not confirmed, 1 job not finished, 1 job without a report, 1 stray',
  );
  const { totals } = FLEET;
  expect(await shown.texts('.figure strong')).toEqual([
    '1 of 6',
    duration(totals.savedMs),
    duration(totals.submissionMs + totals.drainMs),
    String(FLEET.thresholds.reduce((sum, { fired }) => sum + fired, 0)),
  ]);
  expect(await shown.texts('h2')).toEqual([
    'What went wrong',
    'Made while jobs ran, never handed over, and still there',
    'Jobs',
    'Thresholds',
    'Images, the worst first',
  ]);
  expect((await shown.table('jobs')).map(([name, left]) => [name, left])).toEqual([
    ['debian 12', '1 leak'],
    ['fedora 42', 'not confirmed'],
    ['alpine 3.22', '1 topology not finished'],
    ['debian 13', '1 stray'],
    ['ubuntu 24.04', 'nothing'],
  ]);
  expect((await shown.table('thresholds')).map(([trigger]) => trigger)).toEqual(
    FLEET.thresholds.map(({ trigger }) => trigger),
  );
  expect((await shown.table('images')).map(([image]) => image)).toEqual(
    FLEET.images.worst.map(({ image }) => image),
  );
  expect(shown.complaints).toEqual([]);
  expect(shown.requests).toHaveLength(1);
});

test('a job that was killed is told by name with the reason, as is one whose engine did not answer', async () => {
  await using shown = await browser.show(FLEET);
  const problems = await shown.text('.problems');
  expect(problems).toContain('1 job without a report');
  expect(problems).toContain(
    'alpine 3.22 1 topology not finished: its report was written before the job ended',
  );
  expect(problems).toContain('fedora 42 connect ECONNREFUSED /var/run/docker.sock');
  expect(await shown.text('.lead')).toContain('For some jobs it is unknown whether anything is left.');
});

test('a cause opens to the members that are left for it, by job', async () => {
  await using shown = await browser.show(FLEET);
  await shown.page.click('.problems summary');
  const [member] = await shown.texts('.problems details li');
  expect(member).toContain('debian 12 network net39 of t39');
  expect(member).toContain('has active endpoints');
});

test.each([
  ['clean', {}, 'good', 'Nothing left'],
  ['with a stray', { b: MATRIX['debian 13'] ?? LIFE }, 'unsure', '1 stray'],
  ['with a leak', { b: LEAKING }, 'bad', '1 leak'],
])('a fleet %s looks so', async (_, more, tone, headline) => {
  await using shown = await browser.show(madeFleet({ a: LIFE, ...more }));
  expect(await shown.page.$eval('header', (header) => header.className)).toBe(tone);
  expect(await shown.text('h1')).toBe(headline);
});

describe('of 500 jobs', () => {
  test('the table has all of them, some at a time, and a search finds them', async () => {
    await using shown = await browser.show(DAY);
    expect(await shown.text('h1')).toBe('50 leaks');
    expect(await shown.text('output')).toBe('500 jobs');
    const rows = await shown.table('jobs');
    expect(rows).toHaveLength(50);
    expect(rows.every(([, left]) => left === '1 leak')).toBe(true);
    await shown.page.click('nav[aria-label="Pages of jobs"] button:last-child');
    await shown.page.waitForFunction(
      `document.querySelector('nav[aria-label="Pages of jobs"]').innerText.includes('51–100')`,
    );
    expect((await shown.table('jobs'))[0]?.slice(0, 2)).toEqual(['run-1/linux', 'nothing']);
    await shown.page.type('input[type=search]', 'run-499');
    await shown.page.waitForFunction(`document.querySelector('output').textContent === '1 of 500 jobs'`);
    expect((await shown.table('jobs')).map(([name]) => name)).toEqual(['run-499/linux']);
    await shown.page.type('input[type=search]', ' nowhere');
    expect(await shown.text('output')).toBe('0 of 500 jobs');
    expect(shown.complaints).toEqual([]);
  });

  test('no more is drawn than can be seen', async () => {
    await using shown = await browser.show(DAY);
    expect(await shown.count('*')).toBeLessThan(4000);
  });

  test('printed, there are no controls, and all is open', async () => {
    await using shown = await browser.show(DAY, { scheme: 'dark' });
    await shown.page.emulateMediaType('print');
    await shown.page.waitForSelector('details[open]');
    expect(await shown.count('details:not([open])')).toBe(0);
    expect(await shown.page.evaluate(`getComputedStyle(document.querySelector('.toolbar')).display`)).toBe(
      'none',
    );
  });
});

describe.each(['light', 'dark'] as const)('for everybody, %s', (scheme) => {
  test.each([1280, 390])('there is no barrier at a width of %i, closed and open', async (width) => {
    await using shown = await browser.show(FLEET, { width, scheme });
    expect(await shown.barriers()).toEqual([]);
    await shown.page.$$eval('details', (all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    expect(await shown.barriers()).toEqual([]);
  });
});

test.each([390, 320])('on a phone of %i pixels nothing is wider than the screen', async (width) => {
  await using shown = await browser.show(FLEET, { width });
  expect(await shown.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
});

test('everything can be reached by Tab, and where one is can be seen', async () => {
  await using shown = await browser.show(FLEET);
  const reached: string[] = [];
  for (let stop = 0; stop < 12; stop++) {
    await shown.page.keyboard.press('Tab');
    reached.push(
      (await shown.page.evaluate(
        'document.activeElement.tagName + " " + getComputedStyle(document.activeElement).outlineStyle',
      )) as string,
    );
  }
  for (const wanted of ['SUMMARY', 'INPUT', 'SELECT', 'SECTION'])
    expect(
      reached.some((each) => each.startsWith(wanted)),
      wanted,
    ).toBe(true);
  expect(reached.filter((each) => each.endsWith(' none') && !each.startsWith('BODY'))).toEqual([]);
});

test('whatever names hold, they are text: nothing of them runs, and nothing is asked for', async () => {
  const names = [...HOSTILE, '</script><script>alert(1)</script>', '<!--<script>', '<svg onload=alert(1)>'];
  const hostile = (name: string) =>
    withStrays(
      madeReport({
        topologies: [
          reportedTopology(name, {
            lives: [{ kind: 'container', name, image: name, state: 'failed' }],
          }),
        ],
        collections: [madeCollection({ reason: name })],
        leaks: [
          { topology: name as TopologyId, kind: 'container', id: 'c', name, cause: 'failed', reason: name },
        ],
        unconfirmed: name,
        swept: [
          { session: name, removed: { containers: 0, networks: 0, volumes: 0 }, leaks: [], failed: name },
        ],
      }),
      [{ kind: 'volume', name, why: name, cause: name }],
    );
  const fleet = madeFleet(Object.fromEntries(names.map((name, at) => [`${name}${at}`, hostile(name)])));
  await using shown = await browser.show(fleet);
  expect(await shown.count('img, svg, a, iframe, main script')).toBe(0);
  expect(await shown.count('script')).toBe(2);
  expect((await shown.table('images')).map(([image]) => image)).toContain(
    '</script><script>alert(1)</script>',
  );
  expect(shown.complaints).toEqual([]);
  expect(shown.requests).toHaveLength(1);
});
