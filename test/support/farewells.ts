import type { ContainerOptions } from './engine-objects.ts';

/** A program of Python, without a shell before it. */
export const python = (...lines: readonly string[]): ContainerOptions => ({
  hasHostPrograms: true,
  arguments: ['/usr/bin/python3', '-c', lines.join('\n')],
});

const trap = (farewell: string, signal: string): ContainerOptions => ({
  command: `trap '${farewell}' ${signal}; while :; do sleep 1 & wait $!; done`,
});

const SIGNALFD = [
  'import ctypes, os, signal, struct',
  'signal.pthread_sigmask(signal.SIG_BLOCK, [15])',
  'fd = ctypes.CDLL(None).signalfd(-1, struct.pack("QQ", 1 << 14, 0), 0)',
  'os.read(fd, 128)',
];

/**
 * Ways to hear a stop signal, each of which takes a while to end and says so in a file on its way out.
 * @param file in the container
 * @param seconds from the signal to the end
 */
export function farewells(file: string, seconds: number): Readonly<Record<string, ContainerOptions>> {
  const words = `sleep ${seconds}; touch ${file}; exit`;
  const bye = [
    'import signal, threading, time',
    'def bye(*_):',
    `  time.sleep(${seconds})`,
    `  open('${file}', 'w')`,
    '  exit(0)',
  ];
  return {
    'a shell with a trap': trap(words, 'TERM'),
    'one that gives its handler up as it ends, as `once` of Node does': trap(`trap - TERM; ${words}`, 'TERM'),
    'one with a handler for its own stop signal': { ...trap(words, 'USR1'), stopSignal: 'SIGUSR1' },
    'a program behind the engine’s init': { ...trap(words, 'TERM'), init: true },
    'one that waits for signals, as tini and dumb-init do': python(
      ...bye,
      'signal.pthread_sigmask(signal.SIG_BLOCK, [15])',
      'signal.sigwait([15])',
      'bye()',
    ),
    'one that asks for them every now and then': python(
      ...bye,
      'signal.pthread_sigmask(signal.SIG_BLOCK, [15])',
      'while not signal.sigtimedwait([15], 0.003): time.sleep(0.003)',
      'bye()',
    ),
    'one that reads them from a signalfd': python(...bye, ...SIGNALFD, 'bye()'),
    'one that waits for a real-time signal': {
      ...python(...bye, 'signal.pthread_sigmask(signal.SIG_BLOCK, [37])', 'signal.sigwait([37])', 'bye()'),
      stopSignal: 'SIGRTMIN+3',
    },
    'one that is busy, with a handler': python(...bye, 'signal.signal(15, bye)', 'while True: pass'),
    'one with several threads and a handler': python(
      ...bye,
      'signal.signal(15, bye)',
      'threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()',
      'signal.pause()',
    ),
    'one whose other thread waits for signals': python(
      ...bye,
      'signal.pthread_sigmask(signal.SIG_BLOCK, [15])',
      'over = threading.Event()',
      'def wait():',
      '  signal.sigwait([15])',
      '  over.set()',
      'threading.Thread(target=wait, daemon=True).start()',
      'over.wait()',
      'bye()',
    ),
  };
}

/** The number of the signal that stops one of them. */
export const stopNumber = ({ stopSignal }: ContainerOptions): number =>
  stopSignal === 'SIGUSR1' ? 10 : stopSignal === 'SIGRTMIN+3' ? 37 : 15;
