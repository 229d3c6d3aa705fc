import type { BareEngine } from './bare-engine.ts';

/** Docker's own pools: https://docs.docker.com/engine/network/#subnet-allocation */
const DEFAULT_ROOM = 31;

interface EngineInfo {
  /** Each cut into subnets of that size. */
  readonly DefaultAddressPools?: readonly { readonly Base: string; readonly Size: number }[] | null;
}

/** How many more bridges find an address in an engine's pools. */
async function addressRoom(engine: BareEngine): Promise<number> {
  const { DefaultAddressPools: pools } = await engine.json<EngineInfo>('GET', '/info');
  const filters = encodeURIComponent(JSON.stringify({ driver: ['bridge'] }));
  const taken = await engine.json<unknown[]>('GET', `/networks?filters=${filters}`);
  const all = pools?.reduce((sum, { Base, Size }) => sum + 2 ** (Size - Number(Base.split('/')[1])), 0);
  return (all ?? DEFAULT_ROOM) - taken.length;
}

/** Why that many bridges do not find an address in an engine's pools; `undefined` if they do. */
export async function whyNoRoom(engine: BareEngine, needed: number): Promise<string | undefined> {
  const room = await addressRoom(engine);
  if (room >= needed) return undefined;
  return `the engine's address pools have room for ${room} bridges, and ${needed} are needed (\`default-address-pools\`)`;
}
