import { createHash, randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { isMissing } from '../files/missing.ts';
import { readOwnFile } from '../files/own-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the started hook of a runner leaves to the completed hook of the same job. */
export interface HookRecord {
  /** The job, as `jobOf` tells it. */
  readonly job: string;
  readonly session: string;
  /** The folder of the socket. */
  readonly folder: string;
  readonly isOwn: boolean;
  /** What the post step of the action has told, if it has drained: whether anything is left. */
  readonly told?: 'clean' | 'left';
}

/** Neither the command files nor the environment of one hook reach the other; each job has its own tracking id. */
export const jobOf = (env: Environment): string =>
  [env.RUNNER_TRACKING_ID, env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB].join('/');

/** A runner has one job at a time, and one temporary folder. */
const fileOf = (root: string, temporary: string): string =>
  join(root, `.hook-${createHash('sha256').update(temporary).digest('hex').slice(0, 12)}.json`);

/** The record of a runner's current job, beside the state of its agents: the runner and its jobs empty `temporary`. */
export class HookRecordFile {
  readonly path: string;

  /** @param root of the state folders @param temporary `RUNNER_TEMP` of the runner */
  constructor(root: string, temporary: string) {
    this.path = fileOf(root, temporary);
  }

  /** `undefined` if there is none. @throws NotOwn; Error if it does not have its form */
  read(): HookRecord | undefined {
    let content: string;
    try {
      content = readOwnFile(this.path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    const value: unknown = JSON.parse(content);
    if (!isRecord(value)) throw new Error(`${this.path} is not of its form`);
    return value;
  }

  /** Written beside its place and renamed, so that no reader sees half of it. */
  write(record: HookRecord): void {
    makeFolder(dirname(this.path));
    const beside = `${this.path}.${randomUUID()}`;
    writeFileSync(beside, `${JSON.stringify(record)}\n`, { mode: 0o600 });
    renameSync(beside, this.path);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}

const TEXTS = ['job', 'session', 'folder'];

const isRecord = (value: unknown): value is HookRecord =>
  typeof value === 'object' &&
  value !== null &&
  TEXTS.every((name) => typeof (value as Record<string, unknown>)[name] === 'string') &&
  typeof (value as HookRecord).isOwn === 'boolean';
