import type { Readings } from '../../domain/measures/measures.ts';
import { addReadings, emptySeries, type ReadingSeries } from '../../domain/report/reading-series.ts';
import { type ReportedReadings, reportReadings } from '../../domain/report/reported-readings.ts';
import type { Settings } from '../../domain/settings.ts';
import type { AgentState } from '../agent-state.ts';

interface RecordedReadingsOptions {
  readonly state: AgentState;
  readonly settings: Pick<Settings, 'limits' | 'pollIntervalMs'>;
  readonly take: () => Promise<Readings>;
}

/**
 * Remembers all readings that the agent takes, for whatever reason; for an earlier agent, those around its collections.
 */
export class RecordedReadings {
  readonly #options: RecordedReadingsOptions;
  readonly #series: ReadingSeries;

  constructor(options: RecordedReadingsOptions) {
    const { state, settings } = options;
    this.#options = options;
    this.#series = emptySeries(settings.pollIntervalMs);
    for (const { before, after } of state.ledger.collections)
      for (const readings of [before, after]) addReadings(this.#series, readings);
  }

  readonly take = async (): Promise<Readings> => {
    const readings = await this.#options.take();
    addReadings(this.#series, readings);
    return readings;
  };

  report(): ReportedReadings {
    return reportReadings(this.#series, this.#options.settings.limits);
  }
}
