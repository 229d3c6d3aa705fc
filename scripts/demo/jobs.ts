import { join } from 'node:path';
import { REPOSITORY, shippedStep } from '../../test/runner/model/bundle-job.ts';
import type { Step } from '../../test/runner/model/job-model.ts';
import { type DemoTopology, TOPOLOGY_LABEL } from './topologies.ts';

/** Is told what the job does next. */
type Tell = (what: string) => void;

/** The action's step; its post step is called `Post topo-gc`. */
export const ACTION_STEP = 'topo-gc';

/** A script of the demo, by the Node that this repository needs. */
const script = (name: string, argument: string): string =>
  `sh '${join(REPOSITORY, 'scripts/node24.sh')}' '${join(REPOSITORY, 'scripts/demo', name)}' ${argument}`;

const build = ({ name }: DemoTopology): string => script('build-topology.ts', name);

function byCommand({ name, containers, network }: DemoTopology): string {
  const members = containers.map((container) => `--container ${container}`).join(' ');
  return `topo-gc submit --name ${name} \\\n  ${members} \\\n  --network ${network}`;
}

function byCurl({ name, containers, network, volume }: DemoTopology): string {
  const volumes = volume === undefined ? [] : [volume];
  const topology = JSON.stringify({ name, containers, networks: [network], volumes });
  return `curl -fsS --unix-socket "$TOPO_GC_SOCKET" http://topo-gc/v1/topologies \\\n  -d '${topology}'`;
}

const byLabel = ({ name }: DemoTopology): string =>
  `topo-gc submit --name ${name} --label ${TOPOLOGY_LABEL}=${name}`;

const SUBMISSIONS = [byCommand, byCurl, byLabel];

/** bash tells how long what follows `time` took. */
const TIMED = "TIMEFORMAT='waited %3R s'\ntime";

const announce = (tell: Tell, what: string): Step => ({ observe: () => tell(what) });

/** The job with the action: each step hands its topology over and ends. */
export function jobWithAgent(topologies: readonly DemoTopology[], tell: Tell): Step[] {
  const steps = topologies.flatMap((topology, at): Step[] => {
    const { step, about } = topology;
    const submit = (SUBMISSIONS[at] ?? byCommand)(topology);
    return [
      announce(tell, `${step}: builds ${about}, and hands them over\n$ ${submit}`),
      { name: step, run: `${build(topology)}\n${TIMED} ${submit}\n` },
    ];
  });
  return [
    announce(tell, `${ACTION_STEP}: the main step starts the agent`),
    shippedStep({}, ACTION_STEP),
    ...steps,
    announce(tell, `Post ${ACTION_STEP}: the post step waits for what has not stopped, and removes all`),
  ];
}

/** The same job without it: each step tears its topology down, node after node, before it ends. */
export const jobOneByOne = (topologies: readonly DemoTopology[], tell: Tell): Step[] =>
  topologies.flatMap((topology): Step[] => [
    announce(tell, `${topology.step}: builds ${topology.about}, and tears them down`),
    {
      name: topology.step,
      run: `${build(topology)}\n${script('tear-down-topology.ts', topology.name)}\n`,
    },
  ]);
