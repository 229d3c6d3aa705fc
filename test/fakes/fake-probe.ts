import type { Probe } from '../../src/domain/ports.ts';
import type { SpaceReading } from '../../src/domain/readings.ts';
import { madeSpace } from './made-readings.ts';

/** A host that reads as it is told; half of everything is free unless said otherwise. */
export class FakeProbe implements Probe {
  /** What the disk reads, asked anew each time. */
  spaces: () => SpaceReading[] = () => [madeSpace(50)];
  failures: string[] = [];
  free: () => SpaceReading = () => madeSpace(50, 'memory');

  async disk(): Promise<{ spaces: SpaceReading[]; failures: string[] }> {
    return { spaces: this.spaces(), failures: this.failures };
  }

  async memory(): Promise<SpaceReading> {
    return this.free();
  }
}
