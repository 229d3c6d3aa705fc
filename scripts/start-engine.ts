import { parseArgs } from 'node:util';
import { runCommandLine } from './command-line.ts';
import { ENGINE_NAMES, type EngineName, readEngineName } from './engine/engine-names.ts';
import { acquireEngine } from './engine.ts';
import { untilEnd } from './interruption.ts';
import { isLabName, LAB_NAMES, labEngineOf } from './swarm/lab-names.ts';
import { SwarmLab } from './swarm/swarm-lab.ts';

const NAMES = [...ENGINE_NAMES, ...LAB_NAMES].join(', ');

const USAGE = `usage: npm run engine -- NAME [--workers N]

Starts an engine with a folder, a socket and a network of its own, with an image of busybox, prints how to reach it, and
ends it on Ctrl-C. Where the machine's own is of another version, it comes from a later Debian into a cache folder.

  NAME         ${NAMES};
               swarm-… is a Swarm of several such engines, swarm is one of this machine's own
  --workers N  of a Swarm: how many nodes beside the manager, 0 to 9 (2)
`;

type Wanted =
  | { readonly name: EngineName }
  | { readonly engine: EngineName | undefined; readonly workers: number };

function readWanted(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { workers: { type: 'string' } },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new Error(`takes one NAME of ${NAMES}, and not ${positionals.join(' ') || 'nothing'}`);
  const { workers = '2' } = values;
  if (!/^\d$/.test(workers)) throw new Error(`--workers is ${JSON.stringify(workers)}: takes 0 to 9`);
  if (isLabName(name)) return { engine: labEngineOf(name), workers: Number(workers) };
  if (values.workers !== undefined) throw new Error(`--workers is for ${LAB_NAMES.join(', ')}`);
  return { name: readEngineName('NAME', name) };
}

/** `npm run engine -- NAME`: what is printed is for a shell's `eval`. */
async function run(wanted: Wanted): Promise<void> {
  const began = performance.now();
  const lines = 'name' in wanted ? await startEngine(wanted.name) : await startLab(wanted);
  console.error(`engine: answers after ${Math.round(performance.now() - began)} ms; Ctrl-C ends it`);
  for (const line of lines) console.log(line);
  const alive = setInterval(() => {}, 60_000);
  await untilEnd().finally(() => clearInterval(alive));
}

async function startEngine(name: EngineName): Promise<readonly string[]> {
  const { host, image } = await acquireEngine({ name });
  return [exports(host, image)];
}

async function startLab(wanted: { engine: EngineName | undefined; workers: number }): Promise<string[]> {
  const { manager, nodes, image, hostPattern } = await SwarmLab.start(wanted);
  return [
    exports(manager.host, image),
    ...nodes.map(({ name, host, address }) => `# ${name} at ${address}: DOCKER_HOST=${host}`),
    `# swarm-nodes: ${hostPattern}`,
  ];
}

const exports = (host: string, image: string): string =>
  `export DOCKER_HOST=${host} TOPO_GC_TEST_IMAGE=${image}`;

await runCommandLine({ usage: USAGE, read: readWanted, run });
