import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, fillOnce } from './cache-folder.ts';
import type { Requirement } from './requirement.ts';
import { unpackFromSuite } from './suite-package.ts';

/** The suites of Debian whose Compose 2 is used: 2.26 and, in testing, 2.40 or newer. Debian 12 has 1.29 only. */
export const COMPOSE_SUITES = ['trixie', 'forky'] as const;

export type ComposeSuite = (typeof COMPOSE_SUITES)[number];

const folderOf = (suite: ComposeSuite): string => cacheFolder(`compose-${suite}`);

/** The plugin of `docker` that is `docker compose`, and a command by itself too; whether it is there or not. */
export const composePath = (suite: ComposeSuite): string =>
  join(folderOf(suite), 'usr/libexec/docker/cli-plugins/docker-compose');

/** The Compose of that suite, which needs nothing but a libc that is not older than Debian 12's. */
export const composeOf = (suite: ComposeSuite): Requirement => ({
  from: [`Compose of Debian ${suite}`],
  isMet: () => existsSync(composePath(suite)),
  install: () => fillOnce(folderOf(suite), (path) => unpackFromSuite(suite, 'docker-compose', path)),
});
