import { parseArgs } from 'node:util';
import { describeError } from '../src/domain/errors.ts';
import { runCommand } from './test/run-command.ts';

const USAGE = `usage: npm run fuzz -- [--requests N] [--journals N] [--seed S]

The tests of test/unit/fuzz in their long form: arbitrary requests on the agent's socket, and arbitrary damage to journals.

  --requests N  how many (100000)
  --journals N  how many (10000)
  --seed S      what they are made from (the time)
`;

const VITEST = 'node_modules/vitest/vitest.mjs';

function readOptions(): Record<string, string> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      journals: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    },
  });
  if (!Object.values(values).every((value) => /^\d{1,10}$/.test(value))) throw new Error(USAGE);
  return {
    TOPO_GC_FUZZ_REQUESTS: values.requests,
    TOPO_GC_FUZZ_JOURNALS: values.journals,
    TOPO_GC_FUZZ_SEED: values.seed,
  };
}

try {
  const args = [VITEST, 'run', '--project', 'unit', 'test/unit/fuzz'];
  if (!(await runCommand(process.execPath, args, readOptions()))) process.exitCode = 1;
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 2;
}
