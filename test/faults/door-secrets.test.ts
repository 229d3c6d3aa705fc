import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '../../src/session/workplace.ts';
import { engineEnvironment, gcStep } from '../runner/model/bundle-job.ts';
import { runJob } from '../runner/model/job.ts';
import { agentPid, askAgent, untilProcess } from '../runner/model/job-agent.ts';
import { ACTION_SECRETS, IDENTITY_SECRETS } from '../runner/model/job-environment.ts';
import { EngineObjects } from '../support/engine-objects.ts';

const OWN_SECRET = 'secret-of-the-job-itself';

const SECRETS = [...Object.values(ACTION_SECRETS), ...Object.values(IDENTITY_SECRETS), OWN_SECRET];

/** The files below a folder that hold one of the secrets, each with those that it holds. */
function secretsBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files).not.toEqual([]);
  return files.flatMap(({ parentPath, name }) => {
    const content = readFileSync(join(parentPath, name), 'latin1');
    return SECRETS.filter((secret) => content.includes(secret)).map(
      (secret) => `${join(parentPath, name)}: ${secret}`,
    );
  });
}

test.for([
  ['drained by its agent', false],
  ['drained in place of a dead agent', true],
] as const)('no secret of the steps is kept anywhere, in a job %s', async ([, isKilled]) => {
  await using objects = new EngineObjects();
  let dir = '';
  await runJob({
    env: { ...engineEnvironment(), MY_DEPLOY_KEY: OWN_SECRET },
    steps: [
      gcStep(),
      {
        observe: async (environment) => {
          dir = environment.TOPO_GC_DIR ?? '';
          const box = await objects.container('box');
          expect(
            (await askAgent(environment, 'POST', '/v1/topologies', { containers: [box.id] })).status,
          ).toBe(202);
          const pid = await agentPid(environment);
          const given = readFileSync(`/proc/${pid}/environ`, 'utf8');
          expect(SECRETS.filter((secret) => given.includes(secret))).toEqual([]);
          expect(secretsBelow(filesIn(dir).stateLink)).toEqual([]);
          expect(secretsBelow(dir)).toEqual([]);
          if (!isKilled) return;
          process.kill(pid, 'SIGKILL');
          await untilProcess(pid, 'gone');
        },
      },
    ],
    beforeCompletion: () => {
      // The log and the report are what stays.
      expect(readdirSync(dir)).toEqual(expect.arrayContaining(['agent.log', 'report.json']));
      expect(secretsBelow(dir)).toEqual([]);
    },
  });
  expect(await objects.left()).toEqual([]);
});
