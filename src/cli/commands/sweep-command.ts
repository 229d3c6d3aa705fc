import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stateRoot } from '../../adapters/journal/state-root.ts';
import { INPUT, USUAL_DRAIN_TIMEOUT } from '../../domain/limits/input-names.ts';
import { isSwept } from '../../domain/report/swept.ts';
import { parseDuration, TAKES_DURATION } from '../../domain/text/quantities.ts';
import { STATE_VARIABLE } from '../../protocol/environment.ts';
import { sweep } from '../../session/sweep.ts';
import { bundle } from '../../session/workplace.ts';
import { plainReport } from '../../words/plain-report.ts';
import { statusOfSignal } from '../child-command.ts';
import { type Command, EXIT, print, say, UsageError } from '../command.ts';
import { Interruptions } from '../interruptions.ts';

const HELP = `usage: topo-gc sweep [--drain-timeout DURATION]

Collects what dead agents of this user have left on this host. Their state is under $${STATE_VARIABLE}, else
$XDG_STATE_HOME/topo-gc or ~/.local/state/topo-gc. Living agents and sessions in use are left alone. A session is in
use while the command that started its agent lives, while a process that leases from it lives, or until a lease for a
time is over. Exits with 70 if something could not be removed. Names the folders of other users and leaves them alone.
Ctrl-C ends the sweep, and the next one goes on.

  --drain-timeout D  the longest time for each session, such as 4m

  topo-gc sweep
  topo-gc sweep --drain-timeout 30s
`;

const OPTIONS = { [INPUT.drainTimeout]: { type: 'string', default: USUAL_DRAIN_TIMEOUT } } as const;

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const given = values[INPUT.drainTimeout];
  const budgetMs = parseDuration(given);
  if (budgetMs === undefined)
    throw new UsageError(`--${INPUT.drainTimeout} ${given}: takes ${TAKES_DURATION}`);
  using interruptions = new Interruptions();
  const interrupted = new AbortController();
  using _ = interruptions.listen(() => interrupted.abort());
  const folder = mkdtempSync(join(tmpdir(), 'topo-gc-sweep-'));
  let status: number = EXIT.done;
  const refuse = (what: string) => {
    say(what);
    if (status === EXIT.done) status = EXIT.refused;
  };
  await sweep({
    root: stateRoot(process.env),
    script: bundle('agent'),
    log: join(folder, 'agent.log'),
    signal: interrupted.signal,
    budgetMs,
    isPatient: false,
    onSwept: (swept, report) => {
      if (report === undefined) refuse(`the session ${swept.session} could not be swept: ${swept.failed}`);
      else print(`${swept.session}: ${plainReport(report)}`);
      if (report !== undefined && !isSwept(swept)) status = EXIT.leak;
    },
    onInUse: (session, why) => say(`${session} is in use and is left alone: ${why}`),
    onForeign: ({ path, uid }) => say(`${path} belongs to the user ${uid} and is left alone`),
    onFault: refuse,
  });
  rmSync(folder, { recursive: true, force: true });
  const [signal] = interruptions.signals;
  return signal === undefined ? status : statusOfSignal(signal);
}

export const sweepCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
