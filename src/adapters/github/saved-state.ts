import { getState, saveState } from '@actions/core';

/** What the main step leaves to the post step; each value is saved before the thing that it describes can fail. */
export const SAVED = {
  stateFolder: 'state-folder',
  folder: 'folder',
  isOwn: 'is-own',
  isShared: 'is-shared',
} as const;

export const save = (name: keyof typeof SAVED, value: string | boolean): void =>
  saveState(SAVED[name], value);

/** `''` if the main step did not get that far. */
export const saved = (name: keyof typeof SAVED): string => getState(SAVED[name]);
