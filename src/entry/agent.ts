import { parseArgs } from 'node:util';
import { serveLeftovers } from '../adapters/host/leftovers-request.ts';
import { StateFolder } from '../adapters/journal/state-folder.ts';
import type { AgentMessage } from '../adapters/process/agent-process.ts';
import { endAfter, outliveReaders } from '../adapters/process/end-after-output.ts';
import { jsonLog, linesTo } from '../adapters/process/json-log.ts';
import { outliveMistakes } from '../adapters/process/outlive-mistakes.ts';
import { describeError } from '../domain/errors.ts';
import type { DrainLine } from '../protocol/drain-lines.ts';
import { LEFTOVERS } from '../session/agent/compose-agent.ts';
import { recover } from '../session/agent/recovery.ts';
import { serveSession } from '../session/agent/serve-session.ts';

const USAGE = `usage: agent STATE-FOLDER
         serves the socket that its session.json names
       agent STATE-FOLDER --drain MILLISECONDS [--trigger recovery|sweep]
         drains in place of an agent that is dead, NDJSON on standard output
       agent ${LEFTOVERS}
         removes one thing for another agent, as a line on standard input says
`;

class UsageError extends Error {}

/** The log goes to standard error, which the starter redirects into a file. */
const log = jsonLog(linesTo(2));

/** The longest time for which a reader that does not read a drain in place may hold this process, in ms. */
const READER_MS = 60_000;

const tellStarter = (message: AgentMessage): void => void process.send?.(message);

function readArguments() {
  const options = { drain: { type: 'string' }, trigger: { type: 'string', default: 'recovery' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, options });
  const [path, ...more] = positionals;
  const { drain, trigger } = values;
  const budgetMs = Number(drain ?? 1);
  const isValid = more.length === 0 && Number.isSafeInteger(budgetMs) && budgetMs > 0;
  if (path === undefined || !isValid || (trigger !== 'recovery' && trigger !== 'sweep'))
    throw new UsageError(USAGE);
  return { folder: new StateFolder(path), isDrain: drain !== undefined, budgetMs, trigger } as const;
}

async function main(): Promise<void> {
  if (process.argv[2] === LEFTOVERS) return serveLeftovers(process.stdin, process.stdout);
  const { folder, isDrain, budgetMs, trigger } = readArguments();
  outliveMistakes(log);
  if (!isDrain) return serveSession(folder, log, () => tellStarter({ ready: true }));
  // The reader may be gone, but the work under way goes on.
  outliveReaders();
  const write = (line: DrainLine) => void process.stdout.write(`${JSON.stringify(line)}\n`);
  return recover({ folder, budgetMs, trigger, log, write });
}

function fail(error: unknown): number {
  const isUsage = error instanceof UsageError;
  if (isUsage) process.stderr.write(USAGE);
  else log.error('the agent could not go on', { error });
  tellStarter({ failed: describeError(error) });
  return isUsage ? 2 : 1;
}

endAfter(
  main().then(() => 0, fail),
  { patienceMs: READER_MS },
);
