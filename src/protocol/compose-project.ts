import type { SelectorObject } from '../domain/topology/submission.ts';

/** Compose puts this label on every container, network and volume that it makes, and on nothing that is external to the project. */
const PROJECT_LABEL = 'com.docker.compose.project';

/** A name after Compose has normalized it. */
const PROJECT = /^[a-z0-9_-]+$/;

/** The form of a project's name, in words. */
export const TAKES_PROJECT = 'takes the name of a Compose project: a-z, 0-9, _ and -';

/**
 * The objects that `docker compose --project-name PROJECT down --remove-orphans` removes: the networks, and the containers
 * of all services, including one-offs and orphans; with `--volumes` the volumes too. `undefined` if the text is no name of
 * a project.
 */
export const composeSelector = (project: string, withVolumes: boolean): SelectorObject | undefined =>
  PROJECT.test(project)
    ? {
        label: `${PROJECT_LABEL}=${project}`,
        kinds: withVolumes ? ['container', 'network', 'volume'] : ['container', 'network'],
      }
    : undefined;
