import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BodyBudget } from '../../../../src/adapters/ipc/body-budget.ts';

const MIB = 1024 * 1024;

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

test('what is over the budget is refused, and taken again once another has given its share back', () => {
  const budget = new BodyBudget();
  const [first, second] = [budget.share(), budget.share()];
  first.take(16 * MIB);
  expect(() => second.take(1)).toThrow(expect.objectContaining({ code: 'overloaded' }));
  first[Symbol.dispose]();
  first[Symbol.dispose]();
  second.take(16 * MIB);
  expect(() => first.take(1)).toThrow(expect.objectContaining({ code: 'overloaded' }));
});

test('a body that does not come is given up for others after a second, the oldest first', () => {
  const budget = new BodyBudget();
  const givenUp: string[] = [];
  const receive = (name: string) => {
    const share = budget.share();
    share.receive(() => givenUp.push(name));
    share.take(8 * MIB);
    return share;
  };
  receive('one');
  receive('two');
  expect(() => budget.share().take(1)).toThrow(expect.objectContaining({ code: 'overloaded' }));
  expect(givenUp).toEqual([]);
  vi.advanceTimersByTime(1_000);
  budget.share().take(1);
  expect(givenUp).toEqual(['one']);
});

test('one that has come is not given up', () => {
  const budget = new BodyBudget();
  const share = budget.share();
  const received = share.receive(() => expect.unreachable());
  share.take(16 * MIB);
  received();
  vi.advanceTimersByTime(1_000);
  expect(() => budget.share().take(1)).toThrow(expect.objectContaining({ code: 'overloaded' }));
});
