import { type Contender, timed } from '../alternation.ts';
import type { ReleasedAgent } from './released-agent.ts';
import type { BuiltTopology, TopologyShape } from './topology-shape.ts';
import type { Workload } from './workload.ts';

export type Removal = (topologies: readonly BuiltTopology[]) => Promise<void>;

/** Contenders of one kind: each builds the same anew, and is measured while it removes that. */
export const removing =
  (workload: Workload, count: number, shape: TopologyShape) =>
  (remove: Removal): Contender =>
  async () => {
    const topologies = await workload.buildAll(count, shape);
    const took = await timed(() => remove(topologies));
    await workload.clear();
    return took;
  };

/** From the first submission to the report of the drain. */
export const byDrain =
  (agent: ReleasedAgent): Removal =>
  async (topologies) => {
    for (const topology of topologies) await agent.client.post('/v1/topologies', { body: topology });
    await agent.drain();
  };
