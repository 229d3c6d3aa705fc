import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { identifyProcess } from '../../adapters/process/process-identity.ts';
import { status } from '../../client/observing.ts';
import { deferred } from '../../domain/deferred.ts';
import { describeError, TopoGcError } from '../../domain/errors.ts';
import { isFailedByStrays, isLeaking } from '../../domain/report/report.ts';
import { parseSettings, withDefaults } from '../../domain/settings.ts';
import { quoteForShell } from '../../domain/text/quote-for-shell.ts';
import { toEnvironment } from '../../protocol/environment.ts';
import { drainSession } from '../../session/drain-session.ts';
import { launch } from '../../session/launch.ts';
import { locateEngines } from '../../session/locate-engines.ts';
import { clearWorkplace } from '../../session/tidy-up.ts';
import { planWorkplace, type Workplace } from '../../session/workplace.ts';
import { plainReport } from '../../words/plain-report.ts';
import { statusOfSignal } from '../child-command.ts';
import { EXIT, print } from '../command.ts';
import { DrainDisplay } from '../drain-display.ts';
import type { Interruptions } from '../interruptions.ts';
import { keepReports, makeReportFolder } from './report-folder.ts';
import { describePending } from './still-pending.ts';

/** An agent of this command, in its own folder under the system's temporary folder. */
export class LocalAgent {
  readonly #workplace: Workplace;
  readonly #budgetMs: number;
  readonly #reportFolder: string | undefined;

  private constructor(workplace: Workplace, budgetMs: number, reportFolder: string | undefined) {
    this.#workplace = workplace;
    this.#budgetMs = budgetMs;
    this.#reportFolder = reportFolder;
  }

  /** @throws TopoGcError `invalid-input` with all faults, `engine-not-found`, `agent-failed` */
  static async start({ report, ...values }: Readonly<Record<string, unknown>>): Promise<LocalAgent> {
    const given = Object.entries(values).filter(([, value]) => typeof value === 'string');
    const inputs = withDefaults(Object.fromEntries(given) as Record<string, string>);
    const settings = parseSettings(inputs);
    const reportFolder = typeof report === 'string' ? await makeReportFolder(report) : undefined;
    const engines = await locateEngines(settings, process.env);
    const workplace = planWorkplace(realpathSync(tmpdir()), process.env, true);
    const guarded = { containers: [], networks: [] };
    try {
      await launch({
        workplace,
        engines,
        inputs,
        guarded,
        workspace: process.cwd(),
        owner: identifyProcess(process.pid),
        env: process.env,
      });
    } catch (error) {
      await clearWorkplace(workplace, { isDone: true });
      throw error;
    }
    return new LocalAgent(workplace, settings.drainTimeoutMs, reportFolder);
  }

  /** The environment for a command that submits. */
  get environment(): Record<string, string> {
    const { commands } = this.#workplace;
    return { ...toEnvironment(this.#workplace), PATH: `${commands}:${process.env.PATH ?? ''}` };
  }

  /**
   * Drains for the last time and prints the report. A second interruption leaves the rest to the agent, which goes on
   * alone, and prints the pending topologies.
   * @returns the exit status
   */
  async drain(interruptions: Interruptions): Promise<number> {
    const left = deferred<number>();
    const { socket } = this.#workplace;
    using display = new DrainDisplay(async () => (await status({ socket })).pending);
    const leaveAfter = (signal: NodeJS.Signals) => {
      if (interruptions.signals.length > 1) left.resolve(this.#leave(signal, display));
      else display.say('draining; once more leaves what is not removed yet to the agent');
    };
    using _ = interruptions.listen(leaveAfter);
    return await Promise.race([this.#drain(display), left.promise]);
  }

  async #drain(display: DrainDisplay): Promise<number> {
    try {
      const { report } = await drainSession({
        workplace: this.#workplace,
        budgetMs: this.#budgetMs,
        onProgress: display.progress,
        onLost: (why) => display.say(`the agent is lost, draining from its journal: ${why}`),
      });
      display.say(plainReport(report));
      const isOwn = await this.#keepReports(display);
      await this.#clear(display, { isOwn, isDone: !isLeaking(report) });
      return isLeaking(report) || isFailedByStrays(report) ? EXIT.leak : EXIT.done;
    } catch (error) {
      const code = error instanceof TopoGcError ? error.code : undefined;
      if (code === 'already-swept') {
        display.say(describeError(error));
        return EXIT.done;
      }
      display.say(`the drain failed, so it is unknown what is left: ${describeError(error)}`);
      // Another process that works for the session needs its folders.
      if (code !== 'session-taken') await this.#clear(display, { isOwn: false, isDone: false });
      return EXIT.leak;
    }
  }

  /** @param isOwn whether to remove the log and the reports too */
  async #clear(
    display: DrainDisplay,
    { isOwn, isDone }: { readonly isOwn: boolean; readonly isDone: boolean },
  ): Promise<void> {
    try {
      await clearWorkplace({ ...this.#workplace, isOwn }, { isDone });
      if (!isDone) display.say('`topo-gc sweep` tries again what is left');
    } catch (error) {
      display.say(`the folders of the session could not be removed: ${describeError(error)}`);
    }
  }

  /** @returns whether the reports no longer need the workplace */
  async #keepReports(display: DrainDisplay): Promise<boolean> {
    if (this.#reportFolder === undefined) return true;
    try {
      await keepReports(this.#reportFolder, this.#workplace);
      return true;
    } catch (error) {
      const { folder } = this.#workplace;
      display.say(
        `the report could not be kept in ${this.#reportFolder}, it is in ${folder}: ${describeError(error)}`,
      );
      return false;
    }
  }

  async #leave(signal: NodeJS.Signals, display: DrainDisplay): Promise<number> {
    display.say(await describePending(this.#workplace));
    display.say(
      'the agent goes on without this terminal; what it can not remove, `topo-gc sweep` tries again',
    );
    return statusOfSignal(signal);
  }

  /** Prints the agent's address, as lines for a shell. */
  announce(): void {
    const { PATH: _, ...environment } = this.environment;
    for (const [name, value] of Object.entries(environment)) print(`export ${name}=${quoteForShell(value)}`);
  }
}
