import { setTimeout as rest } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';

/** None of them passes when a test lets it. */
export const moments = (): unknown[] => [
  new Date(),
  Date(),
  Date.now(),
  performance.now(),
  performance.timeOrigin,
  process.hrtime(),
  process.uptime(),
];

export const pauses = (call: () => void): unknown[] => [
  AbortSignal.timeout(30 * 24 * 3600e3),
  setInterval(call, 1),
  setTimeout(call, 1),
  globalThis.setInterval(call, 1),
  globalThis.setTimeout(call, 1),
  rest(call, 1),
  sleep(1),
];
