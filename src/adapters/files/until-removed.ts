import { once } from 'node:events';
import { systemClock } from '../host/system-clock.ts';
import { isThere } from './missing.ts';

/** Between two looks at a folder, in ms. */
const LOOK_MS = 500;

function mayBeThere(path: string): boolean {
  try {
    return isThere(path);
  } catch {
    return true; // It is looked at again.
  }
}

/** Resolves when a file or folder is gone; does not keep this process alive. */
export async function untilRemoved(path: string): Promise<void> {
  while (mayBeThere(path)) await once(systemClock.timeout(LOOK_MS), 'abort');
}
