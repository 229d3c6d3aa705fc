import Docker from 'dockerode';
import { readStepTopology } from './step-topology.ts';

const docker = new Docker();
const { topology } = readStepTopology();

/** Stop, wait, remove, node after node, as topology_docker unbuilds. */
async function tearDown(): Promise<void> {
  for (const name of topology.containers) {
    const container = docker.getContainer(name);
    await container.stop();
    await container.wait();
    await container.remove({ v: true });
  }
  await docker.getNetwork(topology.network).remove();
  if (topology.volume !== undefined) await docker.getVolume(topology.volume).remove();
}

// Without the start of this process, which the times of topo-gc and curl do contain.
const began = performance.now();
await tearDown();
console.log(`waited ${((performance.now() - began) / 1000).toFixed(3)} s`);
