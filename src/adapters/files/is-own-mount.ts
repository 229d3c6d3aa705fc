import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Whether a folder is on another file system than the folder above, as a volume in a container is, and this user may
 * write to it: what is in such a folder outlives the container.
 */
export function isOwnMount(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).dev !== statSync(dirname(folder)).dev;
  } catch {
    return false; // It is not there, or not for this user.
  }
}
