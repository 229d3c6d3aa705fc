import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { alternate, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const SHAPE = { containers: 1, bridges: 'none', behaviour: 'obedient' } as const;
/** What a submission may take beside the start of Node, in ms. */
const ALLOWED_MS = 15;
const AT_MOST = 1.6;

/** `topo-gc submit` of a container, as a process, against a Node that does nothing. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  await using agent = await ReleasedAgent.start(context);
  const env = { ...process.env, TOPO_GC_SOCKET: agent.state.readSession().socket };
  const node = (...args: readonly string[]) =>
    timed(() => promisify(execFile)(process.execPath, [...args], { env }));
  const submission = async () => {
    const [id = ''] = (await workload.build(SHAPE)).containers;
    return await node(CLI, 'submit', '--container', id);
  };
  // The first one of a machine fills V8's compile cache.
  await submission();
  const { command, bare } = await alternate(context.rounds, {
    command: submission,
    bare: () => node('--eval', '0'),
  });
  await agent.drain();
  const allowed = bare.map((ms) => ms + ALLOWED_MS);
  return {
    figures: [
      ratioFigure(
        `topo-gc submit, as a process, against \`node --eval 0\` and ${ALLOWED_MS} ms`,
        command,
        allowed,
        AT_MOST,
      ),
    ],
    series: [
      { name: 'topo-gc submit of a container, as a process', unit: 'ms', samples: command },
      { name: '`node --eval 0` in the same rounds', unit: 'ms', samples: bare },
    ],
  };
}

export const commandStart: Benchmark = { name: 'command-start', rounds: 25, run };
