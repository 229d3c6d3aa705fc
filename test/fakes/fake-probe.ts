import type {
  CpuReading,
  CpuTimes,
  Probe,
  SpaceReading,
  Spaces,
} from '../../src/domain/measures/readings.ts';
import { madeSpace } from './made-readings.ts';

/** A host that reads as it is told; half of everything is free unless said otherwise. */
export class FakeProbe implements Probe {
  /** What the disk reads, asked anew each time. */
  spaces: () => SpaceReading[] = () => [madeSpace(50)];
  failures: string[] = [];
  memoryFailures: string[] = [];
  free: () => SpaceReading[] = () => [madeSpace(50, 'memory')];
  pressure: () => CpuReading = () => ({ by: 'pressure', percent: 10 });
  /** How busy the CPUs are between one look and the next, 0 to 100. */
  busy: () => number = () => 50;
  #times: CpuTimes = { busy: 0, total: 0 };

  async disk(): Promise<Spaces> {
    return { spaces: this.spaces(), failures: this.failures };
  }

  async memory(): Promise<Spaces> {
    return { spaces: this.free(), failures: this.memoryFailures };
  }

  async cpu(): Promise<CpuReading> {
    return this.pressure();
  }

  async cpuTimes(): Promise<CpuTimes> {
    const { busy, total } = this.#times;
    this.#times = { busy: busy + this.busy(), total: total + 100 };
    return this.#times;
  }
}
