import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { askAgent } from './model/job-agent.ts';

const MINUTE = { timeout: 60_000 };

test(
  'what is older than the session, or belongs to the runner, is refused and keeps running',
  MINUTE,
  async () => {
    await using objects = new EngineObjects();
    const older = await objects.container('older');
    const service = await objects.container('service');
    const network = await objects.network('job-net');
    const job = await runJob({
      env: engineEnvironment(),
      jobContext: {
        container: { id: 'f'.repeat(64), network: network.name },
        services: { db: { id: service.id, network: network.name, ports: {} } },
      },
      steps: [
        gcStep(),
        {
          observe: async (environment) => {
            const mine = await objects.container('mine');
            const topology = {
              containers: [mine.id, older.name, service.id],
              networks: [network.name, 'bridge'],
            };
            const { status, body } = await askAgent(environment, 'POST', '/v1/topologies', topology);
            expect(status).toBe(422);
            expect(body.errors).toHaveLength(4);
            for (const named of [older.name, service.id, network.name, 'bridge']) {
              expect(JSON.stringify(body.errors)).toContain(named);
            }
            expect(await objects.isRunning('mine')).toBe(true);
          },
        },
      ],
      // What is the job's own of what was refused goes with the drain.
      beforeCompletion: async () => {
        expect(await objects.left()).toEqual(['older', 'service', 'job-net']);
        for (const name of ['older', 'service']) expect(await objects.isRunning(name)).toBe(true);
      },
    });
    expect(job).toMatchObject({ status: 'success', orphans: [] });
  },
);
