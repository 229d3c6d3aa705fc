import { type DemoTopology, topologiesOf } from './topologies.ts';

/** What the steps of the demo's jobs find in their environment. */
export interface StepVariables {
  readonly DEMO_RUN: string;
  readonly DEMO_IMAGE: string;
}

interface StepTopology {
  readonly topology: DemoTopology;
  readonly run: string;
  readonly image: string;
}

/** The topology whose name is the only argument of this process, which a step of the demo has started. */
export function readStepTopology(): StepTopology {
  const { DEMO_RUN, DEMO_IMAGE } = process.env;
  const name = process.argv[2];
  if (DEMO_RUN === undefined || DEMO_IMAGE === undefined)
    throw new Error('DEMO_RUN or DEMO_IMAGE is not set: this is started by the steps of `npm run demo`');
  const known = topologiesOf(DEMO_RUN);
  const topology = known.find((candidate) => candidate.name === name);
  if (topology === undefined)
    throw new Error(`there is no topology ${name}: there are ${known.map((other) => other.name).join(', ')}`);
  return { topology, run: DEMO_RUN, image: DEMO_IMAGE };
}
