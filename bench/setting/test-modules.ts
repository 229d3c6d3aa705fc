import { setTimeout as sleep } from 'node:timers/promises';
import { timed } from '../alternation.ts';
import type { BareEngine } from './bare-engine.ts';
import type { BuiltTopology, TopologyShape } from './topology-shape.ts';
import type { Workload } from './workload.ts';

/** Test modules, one after the other: each builds a topology, runs a command in each of its containers, and tears down. */
export class TestModules {
  readonly #engine: BareEngine;
  readonly #workload: Workload;
  readonly #shape: TopologyShape;
  readonly #count: number;
  readonly #pauseMs: number;

  /** @param pauseMs between two modules, in which a test does something else */
  constructor(engine: BareEngine, workload: Workload, shape: TopologyShape, count: number, pauseMs = 0) {
    this.#engine = engine;
    this.#workload = workload;
    this.#shape = shape;
    this.#count = count;
    this.#pauseMs = pauseMs;
  }

  /** @returns until the last test had its result, and until the last teardown was over, in ms */
  async run(tearDown: (topology: BuiltTopology) => Promise<unknown>) {
    const began = performance.now();
    let lastResultMs = 0;
    const totalMs = await timed(async () => {
      for (let module = 0; module < this.#count; module++) {
        const topology = await this.#workload.build(this.#shape);
        for (const id of topology.containers) await this.#test(id);
        lastResultMs = performance.now() - began;
        await tearDown(topology);
        await sleep(this.#pauseMs);
      }
    });
    return { lastResultMs, totalMs };
  }

  async #test(container: string): Promise<void> {
    const command = { Cmd: ['echo', 'passed'], AttachStdout: true };
    const { Id } = await this.#engine.json<{ Id: string }>('POST', `/containers/${container}/exec`, command);
    const { body } = await this.#engine.ask('POST', `/exec/${Id}/start`, { Detach: false });
    if (!body.includes('passed')) throw new Error(`a command in container ${container} said ${body}`);
  }
}
