import { chosenEngine, ENGINE_NAMES, type EngineName, engineOf } from '../engine/engine-names.ts';

/** Of the Swarm whose engines are this machine's own, or the chosen ones. */
const PLAIN = 'swarm';

const DOCKER = /^docker-/;

/** As `npm run engine` takes them: one for each Docker that can be started by its name. Podman knows no Swarm. */
export const LAB_NAMES: readonly string[] = [
  PLAIN,
  ...ENGINE_NAMES.filter((name) => engineOf(name).kind === 'docker').map((name) =>
    name.replace(DOCKER, `${PLAIN}-`),
  ),
];

export const isLabName = (name: string): boolean => LAB_NAMES.includes(name);

/** The engine of the nodes of that Swarm; `undefined` is this machine's own. */
export const labEngineOf = (name: string): EngineName | undefined =>
  name === PLAIN
    ? chosenEngine()
    : ENGINE_NAMES.find((engine) => engine.replace(DOCKER, `${PLAIN}-`) === name);
