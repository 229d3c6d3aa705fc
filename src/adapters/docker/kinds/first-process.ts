import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { remember } from '../../../domain/remember.ts';
import type { ProcessLook, StopAudience } from '../../../domain/stopping/deafness.ts';
import { DEFAULT_STOP_SIGNAL, signalName, signalNumber } from '../../../domain/stopping/stop-signal.ts';
import { read } from '../read-answer.ts';

/** A container's first process, and the signal that stops it. */
export interface FirstProcess {
  readonly container: string;
  /** In the PID namespace of the engine. */
  readonly pid: number;
  /** The signal's name and number. */
  readonly signal: string;
  readonly signalNumber: number;
  /** The engine's own init, which passes signals on to its child. */
  readonly isInit: boolean;
}

const inspection = z.object({
  Id: z.string(),
  State: z.object({ Pid: z.number(), Running: z.boolean(), Paused: z.nullish(z.boolean()) }),
  Config: z.object({ StopSignal: z.nullish(z.string()), Env: z.nullish(z.array(z.string())) }),
  HostConfig: z.object({ Init: z.nullish(z.boolean()), PidMode: z.nullish(z.string()) }),
});

/** tini, the engine's init, then passes signals on to the whole group: their effect is not known. */
const GROUP_SIGNALS = /^TINI_KILL_PROCESS_GROUP=/;

/** `undefined` if the container does not run, or its first process would show nothing. */
export function readFirstProcess(answer: unknown): FirstProcess | undefined {
  const { Id, State, Config, HostConfig } = read(inspection, answer);
  const number = signalNumber(Config.StopSignal || DEFAULT_STOP_SIGNAL);
  // In another container's PID namespace, or the host's, it is an ordinary process.
  const isFirst = ['', 'private'].includes(HostConfig.PidMode ?? '');
  const isTold = !(HostConfig.Init && Config.Env?.some((line) => GROUP_SIGNALS.test(line)));
  if (!State.Running || State.Paused || State.Pid === 0 || number === undefined || !isFirst || !isTold)
    return undefined;
  return {
    container: Id,
    pid: State.Pid,
    signal: signalName(number),
    signalNumber: number,
    isInit: HostConfig.Init ?? false,
  };
}

/** How many first processes are remembered: those of containers that were looked at last. */
const MOST_KNOWN = 1_000;

/**
 * First processes that inspections have shown, so that a look at one in `/proc` asks the engine for nothing. A look makes sure that
 * the process is still the container's; what else is known of it never changes.
 */
export class KnownFirstProcesses {
  readonly #byContainer = new Map<string, FirstProcess>();

  of(container: string): FirstProcess | undefined {
    return this.#byContainer.get(container);
  }

  /** @param answer the engine's, to an inspection of a container */
  note(answer: unknown): FirstProcess | undefined {
    const first = readFirstProcess(answer);
    if (first === undefined) return undefined;
    remember(this.#byContainer, first.container, first, MOST_KNOWN);
    return first;
  }
}

/** The arguments for `ps`; the engine requires a column PID. */
export const PS_ARGUMENTS = '-o pid,ppid,caught,ignored,blocked,wchan:32';

const COLUMNS = ['PID', 'PPID', 'CAUGHT', 'IGNORED', 'BLOCKED', 'WCHAN'];

const topAnswer = z.object({ Titles: z.array(z.string()), Processes: z.array(z.array(z.string())) });

/** The content of the engine's `ps`; `undefined` if it shows something other than requested. */
export function readAudience(first: FirstProcess, answer: unknown): StopAudience | undefined {
  const { Titles, Processes } = read(topAnswer, answer);
  if (COLUMNS.some((title, at) => Titles[at] !== title)) return undefined;
  return audienceAmong(
    first,
    Processes.map(([pid, parent, caught = '', ignored = '', blocked = '', waitsIn = '']) => ({
      pid: Number(pid),
      parent: Number(parent),
      caught,
      ignored,
      blocked,
      waitsIn,
    })),
  );
}

function audienceAmong(
  { pid, isInit }: FirstProcess,
  looks: readonly ProcessLook[],
): StopAudience | undefined {
  const first = looks.find((look) => look.pid === pid);
  if (first === undefined) return undefined;
  return { first, ...(isInit && { behindInit: looks.filter(({ parent }) => parent === pid) }) };
}

/**
 * The same from `/proc`, if that is the engine's. `undefined` if this process may not look, or if the control group and
 * the PID namespace do not prove that the process is the container's first.
 */
export async function lookInProc(first: FirstProcess): Promise<StopAudience | undefined> {
  try {
    const groups = await readFile(`/proc/${first.pid}/cgroup`, 'utf8');
    if (!groups.includes(first.container)) return undefined;
    const pids = first.isInit ? [first.pid, ...(await childrenOf(first.pid))] : [first.pid];
    const looks = await Promise.all(pids.map((pid) => lookAt(pid, first.pid)));
    return audienceAmong(first, looks);
  } catch {
    // It has ended meanwhile, or belongs to another user: the engine is asked.
    return undefined;
  }
}

const childrenOf = async (pid: number): Promise<number[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean).map(Number);

async function lookAt(pid: number, firstPid: number): Promise<ProcessLook> {
  const before = await statusOf(pid);
  const waitsIn = (await readFile(`/proc/${pid}/wchan`, 'utf8')).trim();
  const status = await statusOf(pid);
  if (pid === firstPid && !/\s1$/.test(status.of('NSpid')))
    throw new Error(`${pid} is not the first of its PID namespace`);
  return {
    pid,
    parent: Number(status.of('PPid')),
    caught: status.of('SigCgt'),
    ignored: status.of('SigIgn'),
    blocked: status.of('SigBlk'),
    // A process that has run in between may have shown the mask of one wait and the place of another.
    waitsIn: before.switches === status.switches ? waitsIn : '',
  };
}

async function statusOf(pid: number) {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(text)?.[1] ?? '';
  return { of, switches: `${of('voluntary_ctxt_switches')} ${of('nonvoluntary_ctxt_switches')}` };
}
