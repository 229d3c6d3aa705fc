import type { ParseArgsOptionsConfig } from 'node:util';
import { printedJson, printedText } from '../domain/text/printed-text.ts';

/** What the command exits with. */
export const EXIT = { done: 0, refused: 1, usage: 2, noAgent: 3, leak: 70 } as const;

export interface Command {
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

/** What was asked for. A step may run this command: no word of others becomes a command to its runner. */
export const print = (text: string): void => void process.stdout.write(`${printedText(text)}\n`);

/** The same as JSON, which is read as what it was. */
export const printJson = (value: unknown): void => void process.stdout.write(`${printedJson(value, 2)}\n`);

/** JSON in one line. */
export const printJsonLine = (value: unknown): void => void process.stdout.write(`${printedJson(value)}\n`);

/** Diagnostics: standard output is for what was asked for. */
export const say = (text: string): void => void process.stderr.write(`topo-gc: ${printedText(text)}\n`);
