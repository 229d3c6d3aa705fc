import type { HostKind } from '../../domain/kinds/kinds.ts';
import type { OnHost } from './host-kind.ts';
import { netnsOnHost } from './netns-folder.ts';
import { pathOnHost } from './paths/removable-paths.ts';

/** How this host is asked for members, one line a kind. */
export const ON_HOST: Readonly<Record<HostKind, OnHost>> = {
  netns: netnsOnHost,
  path: pathOnHost,
};
