import { randomInt, randomUUID } from 'node:crypto';
import type { JobFolders } from './job-folders.ts';
import { TRACKING_VARIABLE } from './tracked-processes.ts';

/** What the runner gives every step. */
export function stepEnvironment(
  folders: JobFolders,
  trackingId: string,
  runId: string,
): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_JOB: 'test',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo/repo',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: runId,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'tests',
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'runner',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.tools,
    [TRACKING_VARIABLE]: trackingId,
  };
}

/** Given to every step of a job that may ask for an identity token. */
export const IDENTITY_SECRETS = {
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-id-token',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.invalid/?secret-id-query',
} as const;

/** Given to JavaScript actions only. */
export const ACTION_SECRETS = {
  ACTIONS_CACHE_URL: 'https://cache.invalid/',
  ACTIONS_RESULTS_URL: 'https://results.invalid/',
  ACTIONS_RUNTIME_TOKEN: 'secret-runtime-token',
  ACTIONS_RUNTIME_URL: 'https://runtime.invalid/',
} as const;

/** Its jobs may share an engine with others' and name what they build after it. */
export function makeRunId(): string {
  return String(randomInt(10 ** 9, 10 ** 10));
}

export function makeTrackingId(): string {
  return `github_${randomUUID()}`;
}
