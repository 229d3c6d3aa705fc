import Docker from 'dockerode';
import { readStepTopology } from './step-topology.ts';
import { RUN_LABEL, TOPOLOGY_LABEL } from './topologies.ts';

/** The first process of a container ignores what it does not handle, SIGTERM included. */
const STUBBORN = ['sleep', '3600'];
const WILLING = ['sh', '-c', "trap 'exit 0' TERM; sleep 3600 & wait"];

const docker = new Docker();
const { topology, run, image } = readStepTopology();
const labels = { [RUN_LABEL]: run, [TOPOLOGY_LABEL]: topology.name };

/** A line for each thing that is made, from which the demo knows what must be gone at its end. */
const tell = (kind: string, id: string, name: string): void => console.log(`made ${kind} ${id} ${name}`);

async function buildNetwork(): Promise<void> {
  const { network } = topology;
  const { id } = await docker.createNetwork({ Name: network, Driver: 'bridge', Labels: labels });
  tell('network', id, network);
}

async function buildVolume(volume: string): Promise<void> {
  await docker.createVolume({ Name: volume, Labels: labels });
  tell('volume', volume, volume);
}

async function buildContainer(name: string): Promise<void> {
  const { network, volume, ignoresStop } = topology;
  const container = await docker.createContainer({
    name,
    Image: image,
    Cmd: ignoresStop ? STUBBORN : WILLING,
    Labels: labels,
    HostConfig: {
      NetworkMode: network,
      ...(volume !== undefined && { Binds: [`${volume}:/data`] }),
    },
  });
  tell('container', container.id, name);
  await container.start();
}

await buildNetwork();
if (topology.volume !== undefined) await buildVolume(topology.volume);
for (const name of topology.containers) await buildContainer(name);
