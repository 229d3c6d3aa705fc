import { expect, test } from 'vitest';
import { emptyLedger, putTopology } from '../../../../src/domain/ledger/ledger.ts';
import { LedgerBudget, MOST_BYTES } from '../../../../src/runtime/intake/ledger-budget.ts';
import { madeSubmission } from '../../../fakes/made-submission.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const submission = madeSubmission('next', { containers: ['web'] });

test('nothing is taken while what is pending holds all the memory that there is for it', () => {
  const ledger = emptyLedger();
  const budget = new LedgerBudget(ledger);
  const metadata = { note: 'x'.repeat(MOST_BYTES) };
  const pending = { ...madeTopology('large', [madeMember('a')]), metadata };
  putTopology(ledger, pending);
  expect(() => budget.check(submission)).toThrow(expect.objectContaining({ code: 'overloaded' }));
  putTopology(ledger, {
    ...pending,
    members: pending.members.map((member) => ({ ...member, state: 'removed' })),
  });
  budget.check(submission);
});
