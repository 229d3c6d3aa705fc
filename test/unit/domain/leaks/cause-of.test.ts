import { expect, test } from 'vitest';
import { EngineError } from '../../../../src/domain/engine.ts';
import { causeOf } from '../../../../src/domain/leaks/cause-of.ts';
import { LeakError } from '../../../../src/domain/leaks/leak-cause.ts';
import { HostError } from '../../../../src/domain/ports.ts';

test.each([
  [new EngineError('in-use', 'has active endpoints'), 'in-use'],
  [new EngineError('busy', 'device or resource busy'), 'busy'],
  [new EngineError('unreachable', 'no answer'), 'engine-unreachable'],
  [new EngineError('running', 'is running'), 'not-stopped'],
  [new EngineError('rejected', 'no such driver'), 'failed'],
  [new HostError('denied', 'permission denied'), 'denied'],
  [new HostError('refused', 'is outside of the roots'), 'failed'],
  [new LeakError('mounted', '/host is mounted below it'), 'mounted'],
  [new Error('anything'), 'failed'],
] as const)('%s', (error, cause) => {
  expect(causeOf(error)).toBe(cause);
});
