/** @module-tag per-engine */

import Docker from 'dockerode';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import type { EngineChange } from '../../src/domain/engine.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { FakeEngine } from './fake-engine.ts';
import { inFrontOf } from './in-front-of.ts';
import { connectToEngine } from './real-engine.ts';

let engine: DockerEngine;
beforeAll(async () => {
  engine = await connectToEngine();
});
afterAll(() => engine.close());

/** Collects what is told of some ids until it is disposed of. */
class Listener implements AsyncDisposable {
  readonly #told: EngineChange[] = [];
  readonly #over = new AbortController();
  readonly #listening: Promise<void>;

  constructor() {
    this.#listening = this.#listen();
  }

  /** A network that comes and goes is heard as soon as the engine is listened to. */
  async untilHeard(objects: EngineObjects): Promise<void> {
    for (let at = 0; this.#told.length === 0; at++) {
      await objects.network(`probe${at}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  of(id: string): string[] {
    return this.#told.filter((change) => change.id === id).map(({ type, kind }) => `${kind} ${type}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over.abort();
    await this.#listening;
  }

  async #listen(): Promise<void> {
    try {
      for await (const change of engine.changes(this.#over.signal, () => {})) this.#told.push(change);
    } catch (error) {
      if (!this.#over.signal.aborted) throw error;
    }
  }
}

const noNews = lackOnPodman('Podman tells of no networks');

test(
  'an engine tells of what starts or comes, changes and goes, and of nothing else',
  skippedFor(noNews),
  async () => {
    await using objects = new EngineObjects();
    await using listener = new Listener();
    await listener.untilHeard(objects);
    const docker = new Docker();
    const network = await objects.network('net');
    const other = await objects.network('other');
    const { id, name } = await objects.container('box', { network: network.name });
    const box = docker.getContainer(id);
    let heard = 0;
    /** The engine may say a thing twice. */
    const expectTold = async (type: string) => {
      const isTold = () => listener.of(id).slice(heard).includes(`container ${type}`);
      await vi.waitUntil(isTold, { timeout: 10_000 });
      heard = listener.of(id).length;
    };
    await vi.waitUntil(() => listener.of(id).length >= 2, { timeout: 10_000 });
    expect(listener.of(id)).toEqual(['container changed', 'container came']);
    heard = 2;
    await box.rename({ name: `${name}-renamed` });
    await expectTold('changed');
    await box.update({ RestartPolicy: { Name: 'no' } });
    await expectTold('changed');
    await docker.getNetwork(other.id).connect({ Container: id });
    await expectTold('changed');
    await docker.getNetwork(other.id).disconnect({ Container: id });
    await expectTold('changed');
    await box.kill();
    await box.wait();
    await expectTold('changed');
    await box.remove();
    await expectTold('gone');
    await docker.getNetwork(other.id).remove();
    await vi.waitUntil(() => listener.of(other.id).length === 2, { timeout: 10_000 });
    expect(listener.of(other.id)).toEqual(['network came', 'network gone']);
  },
);

test.for([
  ['ends', { status: 200, body: '' }],
  ['is no JSON', { status: 200, body: 'no JSON\n' }],
  ['is none of an engine', { status: 200, body: '{}\n' }],
  ['is refused', { status: 500, body: { message: 'no events today' } }],
] as const)('an answer that %s is a gap in what is told', async ([, answer]) => {
  await using fake = await FakeEngine.start(() => answer);
  const one = inFrontOf(fake);
  const listen = async () => {
    for await (const change of one.changes(new AbortController().signal, () => {}))
      expect(change).toBeUndefined();
  };
  await expect(listen()).rejects.toMatchObject({ name: 'EngineError' });
  one.close();
});
