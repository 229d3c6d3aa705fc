import { every, systemClock } from '../adapters/host/system-clock.ts';
import { describeError } from '../domain/errors.ts';
import type { DrainProgress, Status } from '../protocol/agent-service.ts';
import { duration, members, topologies } from '../words/figures.ts';
import { progressLine } from '../words/plain-report.ts';
import { say } from './command.ts';
import { isLive, LiveLine } from './terminal/live-line.ts';

type Left = Status['pending'];

/** The time between two looks at the remaining topologies, in ms. */
const LOOK_MS = 1_000;

const describe = (left: Left): string =>
  left.topologies === 0 ? ', nothing left' : `, ${topologies(left.topologies)} left: ${members(left)}`;

/** A drain on standard error: on a terminal one line that is kept up to date, else one line for each topology that is done. */
export class DrainDisplay implements Disposable {
  readonly #startedAt = systemClock.now();
  readonly #line: LiveLine | undefined;
  readonly #updates: Disposable | undefined;
  #left = '';
  #isLooking = false;

  /** @param look asks for the remaining topologies; if that fails, the last known state is shown */
  constructor(look: () => Promise<Left>) {
    if (!isLive(process.stderr)) return;
    this.#line = new LiveLine(process.stderr);
    const update = () => {
      this.#update(look).catch((error) => this.say(describeError(error)));
    };
    update();
    this.#updates = every(LOOK_MS, update);
  }

  readonly progress = (progress: DrainProgress): void => {
    this.#left = describe(progress.left);
    if (this.#line === undefined) say(progressLine(progress));
    else this.#show();
  };

  /** Prints a line that stays. */
  say(text: string): void {
    this.#line?.clear();
    say(text);
  }

  [Symbol.dispose](): void {
    this.#updates?.[Symbol.dispose]();
    this.#line?.close();
  }

  async #update(look: () => Promise<Left>): Promise<void> {
    this.#show();
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#left = await look().then(describe, () => this.#left);
    this.#isLooking = false;
    this.#show();
  }

  #show(): void {
    this.#line?.show(`topo-gc: draining ${duration(systemClock.now() - this.#startedAt)}${this.#left}`);
  }
}
