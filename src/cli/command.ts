import type { ParseArgsOptionsConfig } from 'node:util';
import { printedJson, printedText } from '../domain/text/printed-text.ts';

/** The exit statuses of the command. */
export const EXIT = { done: 0, refused: 1, usage: 2, noAgent: 3, leak: 70 } as const;

export interface Command {
  /** Usage, options and examples. */
  readonly help: string;
  /** Its options and arguments, except `--help`. */
  readonly options: ParseArgsOptionsConfig;
  /** Its arguments are files, which the shell completes. */
  readonly takesFiles?: boolean;
  /** @returns the exit status */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** A command before it is loaded. Each is its own file in the bundle: a short command spends most of its time on loading. */
export interface LoadableCommand {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** The command line does not have the form that the command takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Prints the result. A step may run this command, so no foreign word in it may become a command to the runner. */
export const print = (text: string): void => void process.stdout.write(`${printedText(text)}\n`);

/** The same as JSON, which parses to the original value. */
export const printJson = (value: unknown): void => void process.stdout.write(`${printedJson(value, 2)}\n`);

/** JSON in one line. */
export const printJsonLine = (value: unknown): void => void process.stdout.write(`${printedJson(value)}\n`);

/** Prints diagnostics: standard output is for results. */
export const say = (text: string): void => void process.stderr.write(`topo-gc: ${printedText(text)}\n`);
