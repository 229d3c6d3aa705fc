import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { GroupSignals } from '../adapters/process/group-signals.ts';
import { describeError } from '../domain/errors.ts';
import { say } from './command.ts';
import type { Interruptions } from './interruptions.ts';

/** The shell's exit statuses for a command that a signal ended, that can't be run, or that does not exist. */
const SIGNAL_BASE = 128;
const CANNOT_RUN = 126;
const NOT_FOUND = 127;

export const statusOfSignal = (signal: NodeJS.Signals): number => SIGNAL_BASE + constants.signals[signal];

/**
 * Runs a command on this terminal. A signal to this process reaches the command too, but only once: at a terminal, Ctrl-C
 * goes to the whole group, including the command.
 * @returns its exit status, in the shell's form
 */
export async function runCommand(
  [command = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  interruptions: Interruptions,
): Promise<number> {
  using group = new GroupSignals();
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const passOn = async (signal: NodeJS.Signals) => {
    if (!(await group.wasForGroup())) child.kill(signal);
  };
  using _ = interruptions.listen((signal) => {
    passOn(signal).catch((error) => say(`${signal} could not be passed on: ${describeError(error)}`));
  });
  return await new Promise((resolve) => {
    child.once('error', (error) => {
      say(`${command}: ${error.message}`);
      resolve('code' in error && error.code === 'ENOENT' ? NOT_FOUND : CANNOT_RUN);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal ? statusOfSignal(signal) : CANNOT_RUN)));
  });
}
