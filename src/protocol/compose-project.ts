import type { SelectorObject } from '../domain/topology/submission.ts';

/** Compose puts it on every container, network and volume that it makes, and on nothing that is external to the project. */
const PROJECT_LABEL = 'com.docker.compose.project';

/** What is left of a name once Compose has normalized it. */
const PROJECT = /^[a-z0-9_-]+$/;

/** What a project takes, in words. */
export const TAKES_PROJECT = 'takes the name of a Compose project: a-z, 0-9, _ and -';

/**
 * What `docker compose --project-name PROJECT down --remove-orphans` removes: containers of all services, one-offs and
 * orphans included, and networks; with `--volumes` the volumes too. `undefined` where that is no name of a project.
 */
export const composeSelector = (project: string, withVolumes: boolean): SelectorObject | undefined =>
  PROJECT.test(project)
    ? {
        label: `${PROJECT_LABEL}=${project}`,
        kinds: withVolumes ? ['container', 'network', 'volume'] : ['container', 'network'],
      }
    : undefined;
