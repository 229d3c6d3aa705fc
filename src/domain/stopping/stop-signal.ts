/** Linux's numbers, the same on all architectures that Docker runs on except MIPS (signal(7)). */
const NUMBERS: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  IOT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  IO: 29,
  POLL: 29,
  PWR: 30,
  SYS: 31,
};

/** The numbers that engines use for real-time signals (moby/sys/signal); the C library reserves the two before. */
const REAL_TIME_MIN = 34;
const LAST = 64;

/** The stop signal of a container that names none. */
export const DEFAULT_STOP_SIGNAL = 'SIGTERM';

/**
 * The number of a stop signal in the form that an image or a container uses: `SIGTERM`, `term`, `15`, `SIGRTMIN+3`; else
 * `undefined`.
 */
export function signalNumber(name: string): number | undefined {
  const word = name.toUpperCase().replace(/^SIG/, '');
  const known = /^\d+$/.test(word) ? Number(word) : (NUMBERS[word] ?? realTimeNumber(word));
  return known !== undefined && known >= 1 && known <= LAST ? known : undefined;
}

/** The name of such a number, as `kill -l` has it: `SIGTERM`, `SIGRTMIN+3`. Podman tells only the number of a stop signal. */
export function signalName(number: number): string {
  if (number >= REAL_TIME_MIN)
    return number === REAL_TIME_MIN ? 'SIGRTMIN' : `SIGRTMIN+${number - REAL_TIME_MIN}`;
  const [word = String(number)] = Object.entries(NUMBERS).find(([, known]) => known === number) ?? [];
  return `SIG${word}`;
}

function realTimeNumber(word: string): number | undefined {
  const [, from, offset = '0'] = /^RT(MIN|MAX)([+-]\d+)?$/.exec(word) ?? [];
  if (from === undefined) return undefined;
  const number = (from === 'MIN' ? REAL_TIME_MIN : LAST) + Number(offset);
  return number >= REAL_TIME_MIN ? number : undefined;
}
