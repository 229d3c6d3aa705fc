import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureName, measureText } from '../../src/words/figures.ts';
import { leakingLife, madeLife } from '../fakes/made-life.ts';
import { ReportBrowser } from './shown-report.ts';

let browser: ReportBrowser;
beforeAll(async () => {
  browser = await ReportBrowser.open();
});
afterAll(() => browser[Symbol.asyncDispose]());

const LEAKING = leakingLife(madeLife({ count: 60, everyMs: 6000, batch: 8 }));
const LARGE = madeLife({ count: 5000, everyMs: 700, batch: 25 });

const FOCUSED = 'document.activeElement';

describe('by the keyboard', () => {
  test('the time axis goes through the readings, and tells the figures of each', async () => {
    await using shown = await browser.show(LEAKING);
    const { at, measures } = LEAKING.readings;
    await shown.page.focus('[role=slider]');
    for (const [key, look] of [
      ['ArrowRight', 0],
      ['ArrowRight', 1],
      ['PageUp', 11],
      ['ArrowLeft', 10],
      ['End', at.length - 1],
      ['Home', 0],
    ] as const) {
      await shown.page.keyboard.press(key);
      const told = await shown.page.$eval('[role=slider]', (element) =>
        element.getAttribute('aria-valuetext'),
      );
      for (const measure of measures)
        expect(told).toContain(`${measureName(measure)} ${measureText(measure, measure.values[look] ?? 0)}`);
      const values = await shown.texts('.reading .value');
      expect(values).toContain(measureText(measures[0] as never, measures[0]?.values[look] ?? 0));
    }
  });

  test('the rows are one stop, the arrow keys go through all of them, and Enter opens one', async () => {
    await using shown = await browser.show(LARGE);
    expect(await shown.count('.topology[tabindex="0"]')).toBe(1);
    await shown.page.focus('.topology');
    const place = () => shown.page.evaluate(`${FOCUSED}.parentElement.getAttribute('aria-posinset')`);
    for (const [key, expected] of [
      ['ArrowDown', '2'],
      ['PageDown', '20'],
      ['End', '5000'],
      ['ArrowUp', '4999'],
      ['Home', '1'],
    ] as const) {
      await shown.page.keyboard.press(key);
      await shown.page.waitForFunction(
        `${FOCUSED}.parentElement.getAttribute('aria-posinset') === '${expected}'`,
      );
      expect(await place()).toBe(expected);
    }
    const label = await shown.page.evaluate(`${FOCUSED}.getAttribute('aria-label')`);
    expect(label).toMatch(
      /^test_.*, 4 containers, 1 network; in use .*; stopping 10s; .*1 ignored the stop signal$/,
    );
    expect(await shown.text('.tip')).toMatch(/stopping 10s/);
    await shown.page.keyboard.press('Enter');
    expect(await shown.count('.details .member')).toBe(5);
    expect((await shown.texts('.details .member'))[0]).toMatch(/container c3-0 .* ignored its stop signal/);
  });

  test('the collections are one stop, and each is told', async () => {
    await using shown = await browser.show(LEAKING);
    await shown.page.focus('.mark');
    await shown.page.keyboard.press('End');
    expect(await shown.text('.collection-tip')).toMatch(
      /^Collection 8 at .*, drain: the drain\. Removed 16 containers, 4 networks/,
    );
  });

  test('everything can be reached by Tab, and where one is can be seen', async () => {
    await using shown = await browser.show(LEAKING);
    const reached: string[] = [];
    for (let stop = 0; stop < 25; stop++) {
      await shown.page.keyboard.press('Tab');
      reached.push(
        (await shown.page.evaluate(
          `${FOCUSED}.tagName + ' ' + (${FOCUSED}.getAttribute('role') ?? ${FOCUSED}.className) + ' ' + getComputedStyle(${FOCUSED}).outlineStyle`,
        )) as string,
      );
    }
    for (const wanted of [
      'INPUT',
      'SELECT',
      'DIV slider',
      'BUTTON mark',
      'BUTTON lane topology',
      'SECTION scroll',
      'SUMMARY',
    ])
      expect(
        reached.some((each) => each.startsWith(wanted)),
        wanted,
      ).toBe(true);
    expect(reached.filter((each) => each.endsWith(' none') && !each.startsWith('BODY'))).toEqual([]);
  });
});

describe('by the pointer', () => {
  test('a row tells its figures, and the readings those of that time', async () => {
    await using shown = await browser.show(LEAKING);
    await shown.page.hover('.topology .plot');
    expect(await shown.text('.tip')).toContain(LEAKING.topologies.at(-1)?.name);
    expect(await shown.count('.crosshair')).toBe(1);
    expect(await shown.count('.value.now')).toBe(LEAKING.readings.measures.length);
  });

  test('a stretch that is drawn is looked at closer, and the whole comes back', async () => {
    await using shown = await browser.show(LEAKING);
    const axis = await shown.page.$('.time .plot');
    await axis?.scrollIntoView();
    const box = await axis?.boundingBox();
    if (!box) throw new Error('there is no time axis');
    const ticks = await shown.texts('.tick');
    const y = box.y + box.height / 2;
    await shown.page.mouse.move(box.x + box.width * 0.4, y);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 });
    expect(await shown.count('.drag')).toBe(1);
    await shown.page.mouse.up();
    expect(await shown.texts('.tick')).not.toEqual(ticks);
    await shown.press('Whole');
    await shown.page.waitForFunction(`document.querySelectorAll('.tick').length === ${ticks.length}`);
    expect(await shown.texts('.tick')).toEqual(ticks);
  });
});

describe.each(['light', 'dark'] as const)('for everybody, %s', (scheme) => {
  test.each([1280, 390])(
    'there is no barrier at a width of %i, in the picture, its members and the table',
    async (width) => {
      await using shown = await browser.show(LEAKING, { width, scheme });
      await shown.page.click('.topology');
      expect(await shown.barriers()).toEqual([]);
      await shown.page.$$eval('details', (all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      await shown.press('Table');
      expect(await shown.barriers()).toEqual([]);
    },
  );
});

test('a barrier would be found', async () => {
  await using shown = await browser.show(LEAKING);
  await shown.page.evaluate(`document.querySelector('.lead').style.color = '#ccc'`);
  await shown.page.evaluate(`document.querySelector('[role=slider]').removeAttribute('aria-label')`);
  const found = (await shown.barriers()).map((barrier) => barrier.replace(/:.*/s, ''));
  expect(found).toEqual(expect.arrayContaining(['color-contrast', 'aria-input-field-name']));
});

test('dark is dark, and light is light', async () => {
  const brightness = async (scheme: 'light' | 'dark') => {
    await using shown = await browser.show(LEAKING, { scheme });
    const colour = (await shown.page.evaluate('getComputedStyle(document.body).backgroundColor')) as string;
    return Number(/\d+/.exec(colour)?.[0]);
  };
  expect(await brightness('light')).toBeGreaterThan(200);
  expect(await brightness('dark')).toBeLessThan(50);
});

test.each([390, 320])('on a phone of %i pixels nothing is wider than the screen', async (width) => {
  await using shown = await browser.show(LEAKING, { width });
  await shown.page.click('.topology');
  expect(await shown.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  await shown.press('Table');
  expect(await shown.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
});

test('printed, there are no controls, all is open, and thousands are cut', async () => {
  await using shown = await browser.show(LARGE, { scheme: 'dark' });
  await shown.page.emulateMediaType('print');
  await shown.page.waitForSelector('details[open]');
  expect(await shown.count('.topology')).toBe(60);
  expect(await shown.text('.topologies .note')).toMatch(/^The first 60 of 5000 topologies/);
  expect(await shown.count('details:not([open])')).toBe(0);
  expect(await shown.page.evaluate(`getComputedStyle(document.querySelector('.toolbar')).display`)).toBe(
    'none',
  );
  const pdf = await shown.page.pdf({ format: 'a4' });
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(shown.complaints).toEqual([]);
});
