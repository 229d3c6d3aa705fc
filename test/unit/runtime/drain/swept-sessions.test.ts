import { expect, test } from 'vitest';
import type { Sweeping } from '../../../../src/domain/ports.ts';
import type { SweptSession } from '../../../../src/domain/report/swept.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';

const SECOND = 1000;

const SWEPT: SweptSession = {
  session: 'tgc-1',
  removed: { containers: 2, networks: 0, volumes: 0 },
  leaks: [],
};

/** A sweep that is over when it is told so, or when its signal fires. */
class FakeSweep implements Sweeping {
  readonly swept: SweptSession[] = [];
  readonly #over = Promise.withResolvers<void>();

  end(swept: SweptSession): void {
    this.swept.push(swept);
    this.#over.resolve();
  }

  async finish(signal: AbortSignal): Promise<readonly SweptSession[]> {
    signal.addEventListener('abort', () => this.end({ ...SWEPT, failed: 'there was no time for it' }));
    await this.#over.promise;
    return this.swept;
  }
}

test('the final drain waits for the sweep, and the report has what came of it', async () => {
  const sweeping = new FakeSweep();
  using rig = new AgentRig({ sweeping });
  const draining = rig.drain({ final: true, budgetMs: 60 * SECOND });
  await rig.time.pass(5 * SECOND);
  sweeping.end(SWEPT);
  expect((await draining).swept).toEqual([SWEPT]);
  expect(rig.elapsed).toBeLessThan(10 * SECOND);
});

test('no longer than its budget', async () => {
  using rig = new AgentRig({ sweeping: new FakeSweep() });
  const report = await rig.drain({ final: true, budgetMs: 60 * SECOND });
  expect(report.swept).toEqual([{ ...SWEPT, failed: 'there was no time for it' }]);
  expect(rig.elapsed).toBeLessThanOrEqual(60 * SECOND);
});

test('another drain does not wait, and tells what is known', async () => {
  using rig = new AgentRig({ sweeping: new FakeSweep() });
  expect(await rig.drain()).not.toHaveProperty('swept');
  expect(rig.elapsed).toBeLessThan(10 * SECOND);
});
