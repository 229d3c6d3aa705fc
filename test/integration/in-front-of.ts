import { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';

/** The adapter in front of an engine that answers as told. */
export const inFrontOf = ({ host }: { host: string }, callDeadlineMs = 10_000) =>
  new DockerEngine({ host, apiVersion: '1.41', callDeadlineMs });
