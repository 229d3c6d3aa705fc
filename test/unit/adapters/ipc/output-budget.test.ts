import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { OutputBudget } from '../../../../src/adapters/ipc/output-budget.ts';

const MIB = 1024 * 1024;

class Unread extends EventEmitter {
  destroyed = false;
  readonly writableLength: number;

  constructor(writableLength: number) {
    super();
    this.writableLength = writableLength;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

test('where too much is not read in all, those furthest behind are cut off', () => {
  const budget = new OutputBudget();
  const answers = [1, 12, 3, 20].map((mib) => new Unread(mib * MIB));
  for (const answer of answers) budget.add(answer as unknown as ServerResponse);
  budget.keep();
  expect(answers.map(({ destroyed }) => destroyed)).toEqual([false, false, false, true]);
  budget.keep();
  expect(budget.open.size).toBe(3);
});
