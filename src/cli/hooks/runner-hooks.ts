import { chmodSync, existsSync, readFileSync, realpathSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../adapters/files/make-folder.ts';
import { replaceKeepingOwner } from '../../adapters/files/replace-file.ts';
import { type Fault, TopoGcError } from '../../domain/errors.ts';
import { quoteForShell } from '../../domain/text/quote-for-shell.ts';
import { bundle } from '../../session/workplace.ts';
import { type EnvLine, valuesOf, withLines, withoutLines } from './env-lines.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The runner's variables for its job hooks, by our name for them. */
const VARIABLE_OF = {
  started: 'ACTIONS_RUNNER_HOOK_JOB_STARTED',
  completed: 'ACTIONS_RUNNER_HOOK_JOB_COMPLETED',
} as const;

type Hook = keyof typeof VARIABLE_OF;

const HOOKS = Object.keys(VARIABLE_OF) as Hook[];

/** The first lines of a script of ours, whatever version wrote it. */
const MARK = '#!/bin/sh\n# Written by `topo-gc install-hooks`, which replaces and removes this file.\n';

/** The hooks of one self-hosted runner: two scripts in its folder, and two lines in its `.env`. */
export class RunnerHooks {
  readonly #runner: string;

  /** @param runner the runner's folder. @throws TopoGcError `invalid-input` if it is none that can have hooks */
  constructor(runner: string) {
    this.#runner = runnerFolder(runner);
  }

  /** The runner's file of variables. */
  get env(): string {
    return join(this.#runner, '.env');
  }

  /** Where an operator keeps settings. */
  get folder(): string {
    return this.#runner;
  }

  /**
   * Writes both hooks. Does nothing where they are as they are to be.
   * @param env of this process: a runner's service may have its hooks from there
   * @throws TopoGcError `invalid-input` if the runner has other hooks; nothing is written then
   */
  install(env: Environment): void {
    const text = this.#readEnv();
    checkLasting(bundle('cli'));
    const faults = HOOKS.flatMap((hook) => this.#faultsOf(hook, text, env));
    if (faults.length > 0) throw refusal('The hooks are not installed, as the runner has others', faults);
    const owner = statSync(this.#runner);
    makeFolder(this.#scripts);
    chmodSync(this.#scripts, 0o755);
    for (const hook of HOOKS)
      replaceKeepingOwner(this.#script(hook), this.#scriptText(hook), { owner, mode: 0o755 });
    replaceKeepingOwner(this.env, withLines(text, this.#lines), { owner, mode: 0o644 });
  }

  /** Takes out what `install` has written, and nothing else. @returns what was taken out, as paths */
  remove(): string[] {
    const text = this.#readEnv();
    const rest = withoutLines(text, this.#lines);
    const removed: string[] = [];
    if (rest !== text) {
      if (rest === '') rmSync(this.env);
      else replaceKeepingOwner(this.env, rest, { owner: statSync(this.#runner), mode: 0o644 });
      removed.push(this.env);
    }
    for (const script of HOOKS.map((hook) => this.#script(hook)).filter(isOurs)) {
      rmSync(script);
      removed.push(script);
    }
    removeIfEmpty(this.#scripts);
    return removed;
  }

  #faultsOf(hook: Hook, text: string, env: Environment): Fault[] {
    const [name, own] = [VARIABLE_OF[hook], this.#script(hook)];
    const detail = `is another hook; call \`topo-gc hook ${hook} --runner ${this.#runner}\` in it instead, or take it out first`;
    const others = [...valuesOf(text, name), env[name] ?? ''].filter(
      (value) => value !== '' && value !== own,
    );
    const faults: Fault[] = others.map((value) => ({ field: name, value, detail }));
    if (existsSync(own) && !isOurs(own))
      faults.push({ field: own, detail: 'was not written by `topo-gc install-hooks`; move it away first' });
    return faults;
  }

  get #scripts(): string {
    return join(this.#runner, 'topo-gc-hooks');
  }

  /** The runner takes a script with this ending only. */
  #script(hook: Hook): string {
    return join(this.#scripts, `${hook}.sh`);
  }

  #scriptText(hook: Hook): string {
    const words = [process.execPath, bundle('cli'), 'hook', hook, '--runner', this.#runner];
    return `${MARK}exec ${words.map(quoteForShell).join(' ')}\n`;
  }

  get #lines(): EnvLine[] {
    return HOOKS.map((hook) => ({ name: VARIABLE_OF[hook], value: this.#script(hook) }));
  }

  #readEnv(): string {
    return existsSync(this.env) ? readFileSync(this.env, 'utf8') : '';
  }
}

const TAKES = 'takes the folder of a self-hosted runner, which holds its run.sh';

/** The runner gives the path to a shell as it is. */
const UNUSABLE = /[\s"'\\$`;&|<>()*?[\]#~]/;

function runnerFolder(given: string): string {
  if (!existsSync(join(given, 'run.sh'))) throw notTaken(given, TAKES);
  const folder = realpathSync(given);
  if (UNUSABLE.test(folder))
    throw notTaken(
      folder,
      'takes a path without blanks and without signs of the shell: the runner would not find its hooks',
    );
  return folder;
}

/** The scripts name this very command: it has to stay where it is. @throws TopoGcError `invalid-input` */
function checkLasting(command: string): void {
  if (!/\/(_npx|_actions)\//.test(command)) return;
  const detail =
    'is in a cache, which may be emptied at any time: run `npm install --global topo-gc` and call that';
  throw refusal('The hooks are not installed', [{ field: 'topo-gc', value: command, detail }]);
}

const notTaken = (value: string, detail: string) =>
  refusal('The hooks are not installed', [{ field: 'RUNNER_FOLDER', value, detail }]);

const refusal = (why: string, faults: readonly Fault[]) => new TopoGcError('invalid-input', why, { faults });

const isOurs = (path: string): boolean => existsSync(path) && readFileSync(path, 'utf8').startsWith(MARK);

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not there, or holds something of somebody else.
  }
}
