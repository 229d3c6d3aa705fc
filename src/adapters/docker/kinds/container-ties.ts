import * as z from 'zod/mini';
import type { EngineMemberOf } from '../../../domain/engine.ts';
import type { Needs, Reach } from '../../../domain/kinds/container-needs.ts';
import { type ContainerMount, mountsBelow } from '../../../domain/kinds/mount-below.ts';
import { servicesNeeded } from '../../../domain/removal/stop-order.ts';

const text = z.nullish(z.string());

/** The part of an inspection that shows a container's ties to others and to its mounts. */
export const containerTies = {
  HostConfig: z.object({
    AutoRemove: z.nullish(z.boolean()),
    Init: z.nullish(z.boolean()),
    RestartPolicy: z.nullish(z.object({ Name: z.string() })),
    NetworkMode: text,
    PidMode: text,
    IpcMode: text,
    VolumesFrom: z.nullish(z.array(z.string())),
    LogConfig: z.nullish(z.object({ Type: text, Config: z.nullish(z.record(z.string(), z.string())) })),
  }),
  Mounts: z.nullish(
    z.array(z.object({ Type: text, Name: text, Source: text, Destination: text, Propagation: text })),
  ),
  NetworkSettings: z.object({
    Ports: z.nullish(z.record(z.string(), z.nullish(z.array(z.object({ HostPort: text }))))),
    Networks: z.nullish(z.record(z.string(), z.object({ NetworkID: z.string(), IPAddress: text }))),
  }),
};

const inspectedTies = z.object(containerTies);

type Inspected = z.infer<typeof inspectedTies>;

/**
 * The names of its volumes, what it needs, where it is reached, and what the host mounts below its volumes; empty ones
 * are left out.
 */
export function readTies(
  { HostConfig, Mounts, NetworkSettings }: Inspected,
  labels: Readonly<Record<string, string>>,
): Pick<EngineMemberOf<'container'>, 'volumes' | 'below' | 'needs' | 'reach'> {
  const mounts = (Mounts ?? []).map(toMount);
  const volumes = mounts.flatMap(({ type, name }) => (type === 'volume' && name) || []);
  const below = mountsBelow(mounts);
  const needs = readNeeds(HostConfig, labels);
  const reach = readReach(NetworkSettings);
  return {
    ...(volumes.length > 0 && { volumes }),
    ...(below.length > 0 && { below }),
    ...(needs && { needs }),
    ...(reach && { reach }),
  };
}

const toMount = ({ Type, Name, Source, Destination, Propagation }: Mount): ContainerMount => ({
  type: Type ?? '',
  ...(Name && { name: Name }),
  source: Source || Name || '',
  destination: Destination ?? '',
  propagation: Propagation ?? '',
});

type Mount = NonNullable<Inspected['Mounts']>[number];

const CONTAINER = 'container:';

function readNeeds(
  { NetworkMode, PidMode, IpcMode, VolumesFrom, LogConfig }: Inspected['HostConfig'],
  labels: Readonly<Record<string, string>>,
): Needs | undefined {
  const containers = [
    ...[NetworkMode, PidMode, IpcMode].flatMap((mode) =>
      mode?.startsWith(CONTAINER) ? mode.slice(CONTAINER.length) : [],
    ),
    // `NAME:ro`
    ...(VolumesFrom ?? []).map((ref) => ref.split(':')[0] ?? ref),
  ];
  const logs = logAddress(LogConfig?.Type ?? '', LogConfig?.Config ?? {});
  const services = logs === undefined ? [] : servicesNeeded(labels);
  if (containers.length === 0 && logs === undefined) return undefined;
  return {
    ...(containers.length > 0 && { containers: [...new Set(containers)] }),
    ...(logs && { logs }),
    ...(services.length > 0 && { services }),
  };
}

/** Options of log drivers that send elsewhere: `fluentd-address`, `gelf-address`, `syslog-address`, `splunk-url`. */
const ADDRESS = /-(address|url)$/;

/** https://docs.docker.com/engine/logging/drivers/fluentd/ */
const FLUENTD: Needs['logs'] = { host: '127.0.0.1', port: '24224' };

/** Where a container's log goes; `undefined` if that is a file, a socket of the host or the engine itself. */
function logAddress(driver: string, config: Readonly<Record<string, string>>): Needs['logs'] {
  const [, address] = Object.entries(config).find(([key]) => ADDRESS.test(key)) ?? [];
  if (address === undefined) return driver === 'fluentd' ? FLUENTD : undefined;
  const [, scheme = '', host = '', port] =
    /^(?:([a-z+]+):\/\/)?(\[[^\]]*\]|[^:/]*)(?::(\d+))?/i.exec(address) ?? [];
  if (/^unix/.test(scheme) || host === '') return undefined;
  const known = port ?? (driver === 'fluentd' ? FLUENTD?.port : undefined);
  return { host: host.replace(/^\[|\]$/g, ''), ...(known !== undefined && { port: known }) };
}

/** For a container that runs. */
function readReach({ Ports, Networks }: Inspected['NetworkSettings']): Reach | undefined {
  const published = Object.values(Ports ?? {}).flatMap((bindings) => bindings ?? []);
  const ports = [...new Set(published.flatMap(({ HostPort }) => HostPort || []))];
  const addresses = Object.values(Networks ?? {}).flatMap(({ IPAddress }) => IPAddress || []);
  return ports.length + addresses.length > 0 ? { ports, addresses } : undefined;
}
