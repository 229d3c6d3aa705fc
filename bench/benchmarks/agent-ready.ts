import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { alternate, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { nodeFlags } from '../setting/process-usage.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { median, medianFigure } from '../statistics.ts';

const READY = 'process.send({ ready: true }, () => process.disconnect())';

/** Until it has said something to who started it, as an agent does. */
function bareNodeMs(flags: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...flags, '--eval', READY], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return timed(() => once(child, 'message'));
}

async function agentFlags(context: BenchmarkContext): Promise<string[]> {
  await using agent = await ReleasedAgent.start(context);
  return await nodeFlags(agent.pid);
}

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const agentMs = async () => {
    await using agent = await ReleasedAgent.start(context);
    return agent.readyMs;
  };
  const flags = await agentFlags(context);
  const { agent, node } = await alternate(context.rounds, { agent: agentMs, node: () => bareNodeMs(flags) });
  const bare = median(node);
  return {
    figures: [
      {
        ...medianFigure('agent ready after its start', 'ms', agent, 1.5 * bare + 100),
        allowance: `1.5 times a bare node's start, ${bare.toFixed(1)}, and 100`,
      },
    ],
    series: [
      { name: 'agent: start to ready', unit: 'ms', samples: agent },
      { name: 'bare node: start to its first message', unit: 'ms', samples: node },
    ],
  };
}

export const agentReady: Benchmark = { name: 'agent-ready', rounds: 15, run };
