const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Cleanup = () => Promise<void>;

const cleanups: Cleanup[] = [];
const interruption = new AbortController();

/** Fires when this process is told to end: with Ctrl-C, SIGTERM, or because its terminal closes. */
export const interrupted: AbortSignal = interruption.signal;

/**
 * Runs `cleanup` when this process is told to end: what was registered last goes first, and once all have run the process
 * ends by that signal. Dispose of the result when there is nothing left to clean up.
 */
export function onInterruption(cleanup: Cleanup): Disposable {
  if (cleanups.length === 0) for (const signal of SIGNALS) process.on(signal, endBy);
  cleanups.push(cleanup);
  return { [Symbol.dispose]: () => forget(cleanup) };
}

/** Waits for the end of an interrupted process, so that nothing goes on meanwhile. */
export function untilEnd(): Promise<never> {
  return new Promise(() => {});
}

function forget(cleanup: Cleanup): void {
  const at = cleanups.indexOf(cleanup);
  if (at >= 0) cleanups.splice(at, 1);
  if (cleanups.length === 0 && !interrupted.aborted) stopListening();
}

function stopListening(): void {
  for (const signal of SIGNALS) process.off(signal, endBy);
}

function endBy(signal: NodeJS.Signals): void {
  cleanUpAndEnd(signal).catch((error: unknown) => console.error(error));
}

async function cleanUpAndEnd(signal: NodeJS.Signals): Promise<void> {
  // Ctrl-C comes twice under npm: from the terminal and from npm.
  if (interrupted.aborted) return;
  interruption.abort(new Error(`ended by ${signal}`));
  for (let cleanup = cleanups.pop(); cleanup !== undefined; cleanup = cleanups.pop()) {
    await cleanup().catch((error: unknown) => console.error(error));
  }
  stopListening();
  process.kill(process.pid, signal);
}
