import { describe, expect, test } from 'vitest';
import { hearingOf, type ProcessLook } from '../../../../src/domain/stopping/deafness.ts';

const TERM = 15;
const RTMIN_3 = 37;
const NOTHING = '0000000000000000';

const look = (shown: Partial<ProcessLook>): ProcessLook => ({
  pid: 100,
  parent: 1,
  caught: NOTHING,
  ignored: NOTHING,
  blocked: NOTHING,
  waitsIn: 'do_wait',
  ...shown,
});

describe('the first process of a PID namespace', () => {
  test.each([
    ['sleep', { waitsIn: 'hrtimer_nanosleep' }, 'deaf'],
    ['a shell on a terminal', { caught: '0000000008010002', ignored: '0000000000284004' }, 'deaf'],
    ['a shell that waits for a program', { caught: '0000000000010002' }, 'deaf'],
    ['a shell with a trap', { caught: '0000000000014002' }, 'hears'],
    ['one that waits for signals, as tini', { waitsIn: 'do_sigtimedwait.isra.0' }, 'hears'],
    ['the same on newer kernels', { waitsIn: 'do_sigtimedwait' }, 'hears'],
    ['one that blocks it, as for a signalfd', { blocked: '0000000000004000', waitsIn: 'ep_poll' }, 'hears'],
    ['one that is busy', { waitsIn: '0' }, 'unknown'],
    ['one whose wait is hidden', { waitsIn: '-' }, 'unknown'],
    ['one whose wait is not told', { waitsIn: '' }, 'unknown'],
    ['a busy one with a handler', { caught: '0000000000004000', waitsIn: '0' }, 'hears'],
    ['one whose masks are not told', { caught: '-' }, 'unknown'],
    ['another signal’s handler', { caught: '0000000000000001' }, 'deaf'],
  ] as const)('%s', (_, shown, hearing) => {
    expect(hearingOf({ first: look(shown) }, TERM)).toBe(hearing);
  });

  test('a real-time signal has a bit of its own', () => {
    expect(hearingOf({ first: look({ caught: '0000001000000000' }) }, RTMIN_3)).toBe('hears');
    expect(hearingOf({ first: look({ caught: '0000001000000000' }) }, TERM)).toBe('deaf');
  });

  test('of a mask that was cut, what is cut off is not known', () => {
    expect(hearingOf({ first: look({ caught: '<08010002' }) }, TERM)).toBe('deaf');
    expect(hearingOf({ first: look({ caught: '<08010002' }) }, RTMIN_3)).toBe('unknown');
  });
});

describe('behind the engine’s init', () => {
  const first = look({ waitsIn: 'do_sigtimedwait' });
  const hearing = (...children: readonly Partial<ProcessLook>[]) =>
    hearingOf({ first, behindInit: children.map(look) }, TERM);

  test.each([
    ['a shell on a terminal, which ignores it', [{ ignored: '0000000000284004' }], 'deaf'],
    ['one that ends by it', [{}], 'hears'],
    ['one that catches it', [{ caught: '0000000000004000' }], 'hears'],
    [
      'one that ignores it and waits for it',
      [{ ignored: '0000000000004000', waitsIn: 'do_sigtimedwait' }],
      'hears',
    ],
    ['one that ignores it and is busy', [{ ignored: '0000000000004000', waitsIn: '0' }], 'unknown'],
    ['a deaf one beside an orphan that hears', [{ ignored: '0000000000004000' }, {}], 'hears'],
    ['two deaf ones', [{ ignored: '0000000000004000' }, { ignored: '0000000000004000' }], 'deaf'],
    ['nothing, as it has only begun', [], 'unknown'],
  ] as const)('%s', (_, children, expected) => {
    expect(hearing(...children)).toBe(expected);
  });
});
