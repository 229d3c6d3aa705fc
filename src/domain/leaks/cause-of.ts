import { EngineError, type EngineFault } from '../engine.ts';
import { HostError, type HostFault } from '../ports.ts';
import { type LeakCause, LeakError } from './leak-cause.ts';

const OF_ENGINE: Readonly<Record<EngineFault, LeakCause>> = {
  running: 'not-stopped',
  'in-use': 'in-use',
  busy: 'busy',
  unreachable: 'engine-unreachable',
  rejected: 'failed',
};

const OF_HOST: Readonly<Record<HostFault, LeakCause>> = {
  refused: 'failed',
  held: 'failed',
  denied: 'denied',
  failed: 'failed',
};

/** The cause of the leak that an error of a removal leads to. */
export function causeOf(error: unknown): LeakCause {
  if (error instanceof LeakError) return error.leakCause;
  if (error instanceof EngineError) return OF_ENGINE[error.fault];
  if (error instanceof HostError) return OF_HOST[error.fault];
  return 'failed';
}
