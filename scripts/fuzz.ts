import { parseArgs } from 'node:util';
import { runCommandLine } from './command-line.ts';
import { runCommand } from './test/run-command.ts';

const USAGE = `usage: npm run fuzz -- [--requests N] [--journals N] [--seed S]

The tests of test/unit/fuzz in their long form: arbitrary requests on the agent's socket, and arbitrary damage to journals.

  --requests N  how many (100000)
  --journals N  how many (10000)
  --seed S      what they are made from (the time)
`;

const VITEST = 'node_modules/vitest/vitest.mjs';

function readOptions(args: readonly string[]): Record<string, string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '100000' },
      journals: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    },
  });
  for (const [name, value] of Object.entries(values))
    if (!/^\d{1,10}$/.test(value))
      throw new Error(`--${name} is ${JSON.stringify(value)}: takes a whole number of at most ten digits`);
  return {
    TOPO_GC_FUZZ_REQUESTS: values.requests,
    TOPO_GC_FUZZ_JOURNALS: values.journals,
    TOPO_GC_FUZZ_SEED: values.seed,
  };
}

await runCommandLine({
  usage: USAGE,
  read: readOptions,
  run: async (environment) => {
    const args = [VITEST, 'run', '--project', 'unit', 'test/unit/fuzz'];
    if (!(await runCommand(process.execPath, args, environment))) process.exitCode = 1;
  },
});
