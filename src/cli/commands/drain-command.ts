import { parseArgs } from 'node:util';
import { drain } from '../../client/collecting.ts';
import { status } from '../../client/observing.ts';
import { deferred } from '../../domain/deferred.ts';
import { isLeaking, type Report } from '../../domain/report/report.ts';
import { plainReport } from '../../words/plain-report.ts';
import { statusOfSignal } from '../child-command.ts';
import { type Command, EXIT, print, printJson, say } from '../command.ts';
import { DrainDisplay } from '../drain-display.ts';
import { Interruptions } from '../interruptions.ts';
import { describePending } from '../local/still-pending.ts';

const HELP = `usage: topo-gc drain [--json]

Collects everything pending and asks the engine whether anything is left; the agent goes on.
Exits with 70 if something could not be removed. Ctrl-C ends the wait, not the drain, and says what is left.

  --json  print the report

  topo-gc drain
  topo-gc drain --json >report.json
`;

const OPTIONS = { json: { type: 'boolean' } } as const;

/** @returns the report, or the signal that ended the wait; a signal does not end the drain */
async function drainShown(): Promise<Report | NodeJS.Signals> {
  const interrupted = deferred<NodeJS.Signals>();
  using interruptions = new Interruptions();
  using _ = interruptions.listen(interrupted.resolve);
  using display = new DrainDisplay(async () => (await status()).pending);
  return await Promise.race([drain({ onProgress: display.progress }), interrupted.promise]);
}

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const report = await drainShown();
  if (typeof report === 'string') {
    say(await describePending({}));
    say('the agent goes on with it');
    return statusOfSignal(report);
  }
  if (values.json) printJson(report);
  else print(plainReport(report));
  return isLeaking(report) ? EXIT.leak : EXIT.done;
}

export const drainCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
