import { expect, test } from 'vitest';
import { runnerOf } from '../../../src/protocol/runners.ts';

const FORGEJO = { ACT: 'true', GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' };

test.each([
  ['GitHub Actions', { GITHUB_ACTIONS: 'true' }],
  ['GitHub Actions', { ACT: 'false', GITEA_ACTIONS: '', FORGEJO_ACTIONS: undefined }],
  ['act', { ACT: 'true' }],
  ['Gitea', { ACT: 'true', GITEA_ACTIONS: 'true' }],
  ['Gitea', { GITEA_ACTIONS: 'true' }],
  ['Forgejo', FORGEJO],
])('%s is told by its variables %j', (name, env) => {
  expect(runnerOf(env).name).toBe(name);
});

test.each([
  ['GitHub shows a summary and counts a failing post step', {}, true, false],
  ['act does not show it, and counts', { ACT: 'true' }, false, false],
  ['Forgejo neither shows it nor counts', FORGEJO, false, true],
  ['an old Gitea may do neither', { GITEA_ACTIONS: 'true' }, false, true],
  [
    'a Gitea whose server says so does both',
    { GITEA_ACTIONS: 'true', GITEA_ACTIONS_CAPABILITIES: 'other, job-summary' },
    true,
    false,
  ],
])('%s', (_, env, showsSummary, mayIgnorePost) => {
  const runner = runnerOf(env);
  expect([runner.showsSummary(env), runner.mayIgnorePost(env)]).toEqual([showsSummary, mayIgnorePost]);
});
