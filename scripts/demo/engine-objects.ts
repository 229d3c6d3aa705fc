import Docker from 'dockerode';
import type { JobResult } from '../../test/runner/model/job-model.ts';
import { RUN_LABEL } from './topologies.ts';

type Kind = 'container' | 'network' | 'volume';

/** Something on the engine; of a volume the id is its name. */
export interface EngineObject {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

const MADE = /^made (container|network|volume) (\S+) (\S+)$/gm;

/** What the steps of a job made, as they told in their logs. */
export const madeBy = ({ steps }: JobResult): EngineObject[] =>
  steps.flatMap(({ log }) =>
    [...log.matchAll(MADE)].map(([, kind, id = '', name = '']) => ({ kind: kind as Kind, id, name })),
  );

/** What one run of the demo has on the engine that `DOCKER_HOST` names. */
export class RunObjects {
  readonly #docker = new Docker();
  readonly #filters: { label: string[] };

  constructor(run: string) {
    this.#filters = { label: [`${RUN_LABEL}=${run}`] };
  }

  /** What the engine still shows: of these by their ids, and whatever else carries the label of the run. */
  async stillShown(made: readonly EngineObject[]): Promise<EngineObject[]> {
    const shown = await Promise.all(made.map((object) => this.#isShown(object)));
    const left = made.filter((_, at) => shown[at]);
    const ids = new Set(left.map(({ id }) => id));
    return [...left, ...(await this.#labelled()).filter(({ id }) => !ids.has(id))];
  }

  /** Removes whatever carries the label of the run, containers first, as they hold the others. */
  async removeAll(): Promise<void> {
    const labelled = await this.#labelled();
    for (const kind of ['container', 'network', 'volume'] as const) {
      const objects = labelled.filter((object) => object.kind === kind);
      await Promise.allSettled(objects.map((object) => this.#remove(object)));
    }
  }

  async #labelled(): Promise<EngineObject[]> {
    const filters = this.#filters;
    const [containers, networks, { Volumes }] = await Promise.all([
      this.#docker.listContainers({ all: true, filters }),
      this.#docker.listNetworks({ filters }),
      this.#docker.listVolumes({ filters }),
    ]);
    return [
      ...containers.map(({ Id, Names }) => ({
        kind: 'container' as const,
        id: Id,
        name: Names[0]?.slice(1) ?? Id,
      })),
      ...networks.map(({ Id, Name }) => ({ kind: 'network' as const, id: Id, name: Name })),
      // The engine writes null where there is none.
      ...(Volumes ?? []).map(({ Name }) => ({ kind: 'volume' as const, id: Name, name: Name })),
    ];
  }

  async #isShown(object: EngineObject): Promise<boolean> {
    try {
      const inspection: Promise<unknown> = this.#handle(object).inspect();
      await inspection;
      return true;
    } catch (error) {
      if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return false;
      throw error;
    }
  }

  async #remove(object: EngineObject): Promise<void> {
    const handle = this.#handle(object);
    await (handle instanceof Docker.Container ? handle.remove({ force: true, v: true }) : handle.remove());
  }

  #handle({ kind, id }: EngineObject): Docker.Container | Docker.Network | Docker.Volume {
    if (kind === 'container') return this.#docker.getContainer(id);
    return kind === 'network' ? this.#docker.getNetwork(id) : this.#docker.getVolume(id);
  }
}
