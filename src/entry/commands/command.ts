import type { ParseArgsOptionsConfig } from 'node:util';

/** What the command exits with. */
export const EXIT = { done: 0, refused: 1, usage: 2, noAgent: 3, leak: 70 } as const;

export interface Command {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Usage, options and examples. */
  readonly help: string;
  /** What it takes, but for `--help`. */
  readonly options: ParseArgsOptionsConfig;
  /** @returns the exit status */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** The command line is not as the command takes it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** Diagnostics: standard output is for what was asked for. */
export const say = (text: string): void => void process.stderr.write(`topo-gc: ${text}\n`);
