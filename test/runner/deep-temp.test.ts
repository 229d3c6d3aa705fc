import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { agentPid } from './model/job-agent.ts';
import { makeRunnerRoot } from './model/job-folders.ts';
import { stepNamed } from './model/job-model.ts';

test('where the temporary folder is too deep for a socket, a short one is used, with a warning', {
  timeout: 60_000,
}, async () => {
  const root = makeRunnerRoot();
  try {
    const job = await runJob({
      root: join(root, 'deep-'.repeat(24)),
      env: engineEnvironment(),
      steps: [
        gcStep(),
        { observe: async (environment) => expect(await agentPid(environment)).toBeGreaterThan(1) },
        { name: 'ask', run: 'topo-gc status --json' },
      ],
    });
    expect(job).toMatchObject({ status: 'success', orphans: [] });
    const { TOPO_GC_SOCKET = '', TOPO_GC_DIR = '' } = job.env;
    expect(TOPO_GC_DIR).toMatch(/^\/tmp\/[^/]+$/);
    expect(Buffer.byteLength(TOPO_GC_SOCKET)).toBeLessThanOrEqual(107);
    expect(existsSync(TOPO_GC_DIR)).toBe(false);
    const [warning, ...others] = stepNamed(job, 'gc').annotations;
    expect(warning?.level).toBe('warning');
    expect(warning?.message).toMatch(/job containers?/);
    expect(others).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
