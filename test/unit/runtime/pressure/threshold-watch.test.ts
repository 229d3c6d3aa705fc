import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyLedger } from '../../../../src/domain/ledger/ledger.ts';
import { parseSettings } from '../../../../src/domain/settings.ts';
import { ThresholdWatch } from '../../../../src/runtime/pressure/threshold-watch.ts';
import { madeReadings, madeSpace } from '../../../fakes/made-readings.ts';

const LOOK_MS = 2000;

/** A watch of a disk of 100 GiB, at each look of which something was submitted, and whose collections change nothing. */
class Watched {
  readonly #ledger = emptyLedger();
  readonly #watch: ThresholdWatch;
  #at = 0;

  constructor(looksAhead: boolean) {
    const settings = { ...parseSettings({ 'disk-threshold': '10GiB free' }), looksAhead };
    this.#watch = new ThresholdWatch({ ledger: this.#ledger, settings });
  }

  /** Which trigger fires at that look, the collection's length in looks later. */
  look(freeGib: number): string | undefined {
    this.#ledger.submissions += 1;
    this.#at += LOOK_MS;
    const readings = madeReadings({ at: this.#at, disk: [madeSpace(freeGib)] });
    const due = this.#watch.look(readings);
    if (due !== undefined)
      this.#watch.settle(readings, { after: readings, submissions: this.#ledger.submissions });
    return due?.trigger;
  }

  status() {
    return this.#watch.describe(this.#at);
  }
}

test('a disk that fills up is collected for before it is crossed', () => {
  const watched = new Watched(true);
  const fired: string[] = [];
  for (let free = 60; free > 10; free -= 4) fired.push(watched.look(free) ?? '');
  // 2 GiB a second and 12 s: at 24 GiB.
  expect(fired.filter((trigger) => trigger !== '')).not.toEqual([]);
  expect(fired.indexOf('ahead')).toBe([60, 56, 52, 48, 44, 40, 36, 32, 28, 24].indexOf(24));
});

const course = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 80 });

test('who looks ahead never fires later than the plain threshold, whatever fired before', () => {
  fc.assert(
    fc.property(course, (free) => {
      const plain = new Watched(false);
      const ahead = new Watched(true);
      const plainly = free.map((each) => plain.look(each));
      const forward = free.map((each) => ahead.look(each));
      expect(forward.map((trigger) => trigger === 'disk')).toEqual(
        plainly.map((trigger) => trigger === 'disk'),
      );
    }),
  );
});

test('a disk that others have filled is not collected for again and again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 300, maxLength: 300 }),
      (noise) => {
        const watched = new Watched(true);
        const fired = noise.flatMap((each) => watched.look(8 + each) ?? []);
        // Ten minutes: at 0, 30, 90, 210 and 450 s, and once more at the most for each that is worse by 1 GiB: none.
        expect(fired.length).toBeLessThanOrEqual(5);
        expect(fired).not.toEqual([]);
      },
    ),
    { numRuns: 20 },
  );
});

test('a reading that wavers about its threshold is not collected for each time', () => {
  const watched = new Watched(false);
  const fired = Array.from({ length: 30 }, (_, at) => watched.look(at % 2 === 0 ? 9.9 : 10.1));
  expect(fired.filter((trigger) => trigger !== undefined)).toHaveLength(2);
});

test('the status tells what has fired, until when, and what is filling', () => {
  const watched = new Watched(true);
  for (const free of [12, 11, 10, 9.5]) watched.look(free);
  expect(watched.status()).toEqual({
    spent: [
      {
        trigger: 'disk',
        of: '/data',
        reason: '10.00 GiB free of /data, threshold 10.00 GiB',
        until: '11.00 GiB are free',
        inVain: 1,
        pausedMs: 28_000,
      },
    ],
    ahead: { leadMs: 12_000, filling: [] },
  });
  watched.look(12);
  expect(watched.status().spent).toEqual([]);
});
