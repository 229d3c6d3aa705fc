/** What one test step of the demo builds: containers on a bridge network of their own. */
export interface DemoTopology {
  /** That of the step which builds it. */
  readonly step: string;
  readonly about: string;
  /** That of the topology, and the beginning of its members' names; no other run takes it. */
  readonly name: string;
  readonly containers: readonly string[];
  readonly network: string;
  readonly volume?: string;
  /** Its containers leave SIGTERM alone, and run until they are killed. */
  readonly ignoresStop: boolean;
}

/** Carried by everything that a run of the demo makes, with the id of that run as its value. */
export const RUN_LABEL = 'topo-gc-demo.run';

/** Carried by what belongs to one topology, with its name as the value. */
export const TOPOLOGY_LABEL = 'topo-gc-demo.topology';

interface Plan {
  readonly step: string;
  readonly about: string;
  readonly hasVolume?: boolean;
  readonly ignoresStop?: boolean;
}

const PLANS: readonly Plan[] = [
  { step: 'lab', about: '4 containers that ignore SIGTERM, 1 network', ignoresStop: true },
  { step: 'shop', about: '4 containers, 1 network, 1 volume', hasVolume: true },
  { step: 'mesh', about: '4 containers, 1 network' },
];

const CONTAINERS = [1, 2, 3, 4];

export const topologiesOf = (run: string): DemoTopology[] =>
  PLANS.map(({ step, about, hasVolume = false, ignoresStop = false }) => ({
    step,
    about,
    name: `${step}-${run}`,
    containers: CONTAINERS.map((number) => `${step}-${run}-${number}`),
    network: `${step}-${run}-net`,
    ...(hasVolume && { volume: `${step}-${run}-data` }),
    ignoresStop,
  }));
