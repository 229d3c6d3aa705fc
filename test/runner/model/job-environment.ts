import { randomInt, randomUUID } from 'node:crypto';
import type { Flavour, Place } from './flavours.ts';
import type { JobFolders } from './runner-folders.ts';
import { TRACKING_VARIABLE } from './tracked-processes.ts';

/** What the runner gives every step. */
export function stepEnvironment(
  folders: JobFolders,
  { flavour, place, trackingId }: { flavour: Flavour; place: Place; trackingId: string },
): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_JOB: 'test',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo/repo',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: makeRunId(),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'tests',
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_OS: 'Linux',
    ...(flavour.tracksProcesses && { [TRACKING_VARIABLE]: trackingId }),
    ...flavour.environment(folders, place),
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
function makeRunId(): string {
  return String(randomInt(10 ** 9, 10 ** 10));
}

export function makeTrackingId(): string {
  return `github_${randomUUID()}`;
}
