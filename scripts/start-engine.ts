import { parseArgs } from 'node:util';
import { runCommandLine } from './command-line.ts';
import { ENGINE_NAMES, type EngineName, readEngineName } from './engine/engine-names.ts';
import { acquireEngine } from './engine.ts';
import { untilEnd } from './interruption.ts';

const NAMES = ENGINE_NAMES.join(', ');

const USAGE = `usage: npm run engine -- NAME

Starts an engine with a folder, a socket and a network of its own, with an image of busybox, prints how to reach it, and
ends it on Ctrl-C. Where the machine's own is of another version, it comes from a later Debian into a cache folder.

  NAME  ${NAMES}
`;

function readName(args: readonly string[]): EngineName {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new Error(`takes one NAME of ${NAMES}, and not ${positionals.join(' ') || 'nothing'}`);
  return readEngineName('NAME', name);
}

/** `npm run engine -- NAME`: what is printed is for a shell's `eval`. */
async function run(name: EngineName): Promise<void> {
  const began = performance.now();
  const { host, image } = await acquireEngine({ name });
  console.error(`engine: ${name} answers after ${Math.round(performance.now() - began)} ms; Ctrl-C ends it`);
  console.log(`export DOCKER_HOST=${host} TOPO_GC_TEST_IMAGE=${image}`);
  const alive = setInterval(() => {}, 60_000);
  await untilEnd().finally(() => clearInterval(alive));
}

await runCommandLine({ usage: USAGE, read: readName, run });
