import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { deferred } from '../../domain/deferred.ts';
import type { HostKind } from '../../domain/kinds/kinds.ts';
import { HostError, type HostFacts, type HostLeftovers, type HostMember } from '../../domain/ports.ts';
import type { LeftoverRules } from './host-kind.ts';
import type { LeftoversAnswer, LeftoversRequest } from './leftovers-request.ts';
import { hasCode, toHostError } from './paths/host-errors.ts';
import { systemClock } from './system-clock.ts';

interface SudoOptions {
  readonly rules: LeftoverRules;
  /** The agent's bundle, and the argument that makes it serve one request: the same code as here, with more rights. */
  readonly command: readonly string[];
}

/** How long a look may take, in ms. */
const LOOK_MS = 10_000;

const denied = (words: string) => new HostError('denied', `\`sudo -n\`: ${words.replace(/^sudo: /, '')}`);

/** The same by root, if sudo asks for no password; one process per call, which ends when its caller stops waiting. */
export class SudoLeftovers implements HostLeftovers {
  readonly #options: SudoOptions;
  /** The words of sudo when it refused. */
  #refusal: string | undefined;

  constructor(options: SudoOptions) {
    this.#options = options;
  }

  async find(kind: HostKind, ref: string, lookForMs: number): Promise<HostMember | undefined> {
    const { rules } = this.#options;
    return (await this.#look({ rules, call: 'find', kind, ref, lookForMs })) as HostMember | undefined;
  }

  async remove(member: HostFacts, signal: AbortSignal): Promise<void> {
    await this.#ask({ rules: this.#options.rules, call: 'remove', member }, signal);
  }

  async isThere(member: HostFacts): Promise<boolean> {
    return (await this.#look({ rules: this.#options.rules, call: 'isThere', member })) === true;
  }

  async #look(request: LeftoversRequest) {
    const signal = systemClock.timeout(LOOK_MS);
    try {
      return await this.#ask(request, signal);
    } catch (error) {
      throw signal.aborted ? new HostError('failed', `sudo did not answer within ${LOOK_MS} ms`) : error;
    }
  }

  async #ask(request: LeftoversRequest, signal: AbortSignal) {
    if (this.#refusal !== undefined) throw denied(this.#refusal);
    signal.throwIfAborted();
    const { line, words } = await run(this.#options.command, request, signal);
    if (line.endsWith('}\n')) return resultOf(JSON.parse(line));
    // Any other failure may pass by the next time.
    if (/^sudo\b/.test(words)) this.#refusal = words;
    throw denied(words || 'it did not answer');
  }
}

function resultOf(answer: LeftoversAnswer): HostMember | boolean | undefined {
  if ('fault' in answer) throw new HostError(answer.fault, answer.message);
  return answer.result;
}

/** @returns the standard output, and the first line of the standard error */
async function run(command: readonly string[], request: LeftoversRequest, signal: AbortSignal) {
  const child = spawn('sudo', ['-n', '--', ...command], { cwd: '/', stdio: 'pipe' });
  const { promise: over, reject } = deferred<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  child.once('error', (error) =>
    reject(hasCode(error, 'ENOENT') ? denied('there is no sudo') : toHostError(error, 'sudo')),
  );
  // The process may have ended before it has read.
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify(request)}\n`);
  try {
    const [line, words] = await Promise.race([Promise.all([text(child.stdout), text(child.stderr)]), over]);
    return { line, words: words.trim().split('\n')[0] ?? '' };
  } finally {
    signal.removeEventListener('abort', onAbort);
    // This process can't signal a process of root: that one ends with its input.
    for (const stream of child.stdio) stream?.destroy();
    child.unref();
  }
}
