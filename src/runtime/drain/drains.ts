import { deferred } from '../../domain/deferred.ts';
import { aboutMs } from '../../domain/moment.ts';
import type { Sweeping } from '../../domain/ports.ts';
import { buildReport, type Report } from '../../domain/report/report.ts';
import type { SweptSession } from '../../domain/report/swept.ts';
import { siteOf } from '../../domain/site.ts';
import type { Lease } from '../../domain/topology/lease.ts';
import type { Member } from '../../domain/topology/topology.ts';
import type { AgentService } from '../../protocol/agent-service.ts';
import type { RecordedReadings } from '../pressure/recorded-readings.ts';
import type { RemovalPace } from '../removal/removal-pace.ts';
import { type DrainOptions, type DrainParts, deadline, drain } from './drain.ts';
import { DrainWatch } from './drain-watch.ts';

interface DrainsOptions extends DrainParts {
  readonly pace: RemovalPace;
  readonly recorded: RecordedReadings;
  readonly inputs: Readonly<Record<string, string>>;
  readonly defaultBudgetMs: number;
  readonly sweeping?: Sweeping | undefined;
  /** Keeps the report of a drain for later readers. */
  readonly keepReport: (report: Report) => Promise<void>;
}

/** The drains that clients request, and their reports. */
export class Drains {
  readonly #options: DrainsOptions;
  readonly #closed = deferred<void>();
  /** The drain that is under way. */
  #running: { readonly report: Promise<Report>; readonly endsAt: number } | undefined;

  constructor(options: DrainsOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Resolves when the final drain is over. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  /** A second drain joins the one that is under way, unless that one may take longer than the second is allowed to. */
  async drain({
    final,
    trigger = 'drain',
    budgetMs = this.#options.defaultBudgetMs,
    onProgress,
  }: Parameters<AgentService['drain']>[0]): Promise<Report> {
    const { clock, submissions, pace } = this.#options;
    using _pace = pace.full();
    const endsAt = clock.now() + budgetMs;
    using _ = new DrainWatch({ ...this.#options, budgetMs, onProgress });
    while (this.#running !== undefined && this.#running.endsAt <= endsAt) {
      const report = await this.#running.report;
      // If the first drain left its door open, what came since must go too.
      if (!final || submissions.isClosed) return report;
    }
    return await this.#drain({ final, trigger, budgetMs: Math.max(0, endsAt - clock.now()) });
  }

  async #drain(options: DrainOptions): Promise<Report> {
    const { clock, submissions } = this.#options;
    const endsAt = clock.now() + options.budgetMs;
    const report = drain(this.#options, options)
      .then(() => this.#swept(options.final, endsAt))
      .then((swept) => this.#report(swept));
    this.#running = { report, endsAt };
    try {
      return await report;
    } finally {
      if (this.#running?.report === report) this.#running = undefined;
      if (submissions.isClosed) this.#closed.resolve();
    }
  }

  /** The last drain waits for a sweep that is under way, within its own time. */
  async #swept(final: boolean, endsAt: number): Promise<readonly SweptSession[]> {
    const { sweeping } = this.#options;
    if (sweeping === undefined || !final) return sweeping?.swept ?? [];
    const over = new AbortController();
    const swept = await sweeping.finish(deadline(this.#options, endsAt, 'the time was up', over.signal));
    over.abort();
    return swept;
  }

  async #report(swept: readonly SweptSession[]): Promise<Report> {
    const { state, clock, recorded, leases, inputs, sites, keepReport, log } = this.#options;
    const readings = recorded.report();
    const aheadMs = (member: Member) => aboutMs(siteOf(sites, member).identity.ahead);
    const endOfLease = (lease: Lease) => leases.endOf(lease);
    const context = { endedAt: clock.now(), readings, aheadMs, endOfLease, inputs, swept };
    const report = buildReport(state.ledger, context);
    await keepReport(report).catch((error) => log.error('the report could not be kept', { error }));
    return report;
  }
}
