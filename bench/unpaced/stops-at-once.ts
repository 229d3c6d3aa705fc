import type { StopPace as Paced } from '../../src/runtime/stopping/stop-pace.ts';

/** In the place of `StopPace`: each stop begins at once. */
export class StopPace implements Pick<Paced, 'turn' | 'follow'> {
  turn(): Promise<void> {
    return Promise.resolve();
  }

  follow(): void {}
}
