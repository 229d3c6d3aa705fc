import { namedAddress } from '../adapters/docker/connection/engine-address.ts';
import { findEngine } from '../adapters/docker/starting/find-engine.ts';
import type { EngineIdentity, SiteName } from '../domain/engine.ts';
import { describeError, TopoGcError } from '../domain/errors.ts';
import { INPUT } from '../domain/limits/input-names.ts';
import type { NamedHosts } from '../domain/limits/named-hosts.ts';
import { invalidInputs, type Settings } from '../domain/settings.ts';
import { isSameEngine } from '../domain/site.ts';
import { locateEngine } from './locate-engine.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** An engine that answers, and the name that the job has given it. */
export interface LocatedEngine {
  /** Absent for the default, unless the input `engines` lists it too. */
  readonly name?: SiteName;
  readonly identity: EngineIdentity;
}

/** The engines of a session: the first is the default. */
export type LocatedEngines = readonly [LocatedEngine, ...LocatedEngine[]];

/**
 * Finds the default engine and all engines of the input `engines`.
 * @throws TopoGcError `engine-not-found` with each engine that does not answer; `invalid-input` if two names mean one
 *   engine
 */
export async function locateEngines(
  { dockerHost, engines }: Pick<Settings, 'dockerHost' | 'engines'>,
  env: Environment,
): Promise<LocatedEngines> {
  const settled = await Promise.allSettled([
    locateEngine(dockerHost, env).then((identity): LocatedEngine => ({ identity })),
    ...[...engines].map(async ([name, host]): Promise<LocatedEngine> => {
      const { identity } = await findEngine([namedAddress(name, host, env)]);
      return { name, identity };
    }),
  ]);
  const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new TopoGcError('engine-not-found', failures.map(describeError).join('\n'));
  const [unnamed, ...named] = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  if (unnamed === undefined) throw new Error('the default engine was not looked for');
  checkDistinct(named, engines);
  const isFirst = ({ identity }: LocatedEngine) => isSameEngine(identity, unnamed.identity);
  return [named.find(isFirst) ?? unnamed, ...named.filter((engine) => !isFirst(engine))];
}

/** One engine under two names would be counted twice. */
function checkDistinct(named: readonly LocatedEngine[], engines: NamedHosts): void {
  for (const [at, { name = '', identity }] of named.entries()) {
    const twin = named.slice(0, at).find((other) => isSameEngine(other.identity, identity));
    if (twin === undefined) continue;
    throw invalidInputs([
      {
        field: INPUT.engines,
        value: [...engines].map(([each, host]) => `${each}=${host}`).join('\n'),
        detail: `takes each engine once: ${twin.name} and ${name} both have the id ${identity.id} and the data root ${identity.dataRoot}`,
      },
    ]);
  }
}

/** `Docker Engine 28.5.2 at unix:///run/docker.sock, east (Docker Engine 20.10 at tcp://10.0.0.2:2375)`. */
export const describeEngines = (engines: LocatedEngines): string =>
  engines
    .map(({ name, identity: { version, host } }) => {
      const engine = `Docker Engine ${version} at ${host}`;
      return name === undefined ? engine : `${name} (${engine})`;
    })
    .join(', ');
