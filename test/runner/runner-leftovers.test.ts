import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptedStep } from './fixtures/scripted-step.ts';
import { runJob } from './model/job.ts';
import { leftInFolders, makeRunnerRoot } from './model/job-folders.ts';

test('what a job leaves in the runner’s folders is told; its folders and the actions are the runner’s own', async () => {
  const root = makeRunnerRoot();
  try {
    const action = scriptedStep('action', 'console.log(1)');
    const write =
      'touch "$RUNNER_TEMP/gone"; mkdir "$GITHUB_WORKSPACE/made"; touch "$GITHUB_WORKSPACE/made/file"';
    const job = await runJob({ root, steps: [action, { name: 'write', run: write }] });
    expect(job.status).toBe('success');
    const workspace = join(root, '_work/repo/repo');
    expect(leftInFolders(root).sort()).toEqual([join(workspace, 'made'), join(workspace, 'made/file')]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
