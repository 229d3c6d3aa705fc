import { once } from 'node:events';
import { lstatSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { dirname } from 'node:path';
import { json } from 'node:stream/consumers';
import { connectionOptions } from '../../src/adapters/docker/connection/engine-address.ts';
import type { Disguise, EngineProxy } from './engine-proxy.ts';

type Json = Readonly<Record<string, unknown>>;

/** Fields that hold a moment of the engine's clock, as text. */
const MOMENTS = new Set(['SystemTime', 'Created', 'CreatedAt', 'StartedAt', 'FinishedAt', 'LastTagTime']);

/** RFC 3339, with up to nine digits behind the second. */
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** What stands for "never". */
const NEVER = '0001-01-01T00:00:00Z';

/**
 * An engine whose clock is off by so many ms: its moments in answers and events, its `Date`, and what it is asked for by time.
 * Where it tells whole seconds only, the second is that of the clock that it would have, also of parts of a second.
 */
export class EngineClock implements Disguise {
  readonly #proxy: Pick<EngineProxy, 'engine'>;
  readonly #aheadMs: number;
  /** By container id: when it was created, in ms since the epoch, by the real clock. */
  readonly #created = new Map<string, Promise<number>>();

  constructor(proxy: Pick<EngineProxy, 'engine'>, aheadMs: number) {
    this.#proxy = proxy;
    this.#aheadMs = aheadMs;
  }

  readonly now = (): number => Date.now() + this.#aheadMs;

  /** `since` and `until` are in seconds. */
  readonly take = (url: string): { readonly path: string } => ({
    path: url.replace(
      /([?&](?:since|until)=)(\d+(?:\.\d+)?)(?=&|$)/g,
      (_, name, at) => name + (Number(at) - this.#aheadMs / 1000),
    ),
  });

  async alter(_request: string, body: Buffer): Promise<Buffer> {
    let answer: unknown;
    try {
      answer = JSON.parse(body.toString());
    } catch {
      return body;
    }
    return Buffer.from(JSON.stringify(await this.#shifted(answer)));
  }

  async #shifted(value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((each) => this.#shifted(each)));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(async ([field, each]) => [
      field,
      await this.#field(value as Json, field, each),
    ]);
    return Object.fromEntries(await Promise.all(fields));
  }

  async #field(owner: Json, field: string, value: unknown): Promise<unknown> {
    if (typeof value === 'string' && field === 'CreatedAt' && typeof owner.Mountpoint === 'string')
      return wholeSecond(volumeMade(owner.Mountpoint, Date.parse(value)) + this.#aheadMs);
    if (typeof value === 'string' && MOMENTS.has(field)) return this.#moment(value);
    if (typeof value !== 'number') return this.#shifted(value);
    if (field === 'Created') return Math.floor(((await this.#made(owner, value)) + this.#aheadMs) / 1000);
    if (field === 'time') return value + Math.floor(this.#aheadMs / 1000);
    if (field === 'timeNano') return value + this.#aheadMs * 1e6;
    return value;
  }

  #moment(text: string): string {
    const [, second, digits = '', zone] = MOMENT.exec(text) ?? [];
    if (second === undefined || text === NEVER) return text;
    const nanos = BigInt(Date.parse(second + zone)) * 1_000_000n + BigInt(digits.padEnd(9, '0'));
    const shifted = nanos + BigInt(this.#aheadMs) * 1_000_000n;
    const whole = wholeSecond(Number(shifted / 1_000_000n)).slice(0, -1);
    return digits === '' ? `${whole}Z` : `${whole}.${String(shifted % 1_000_000_000n).padStart(9, '0')}Z`;
  }

  /** A list tells the second only in which a container was created; an image's is that of its build. */
  async #made({ Id, Names }: Json, second: number): Promise<number> {
    if (this.#aheadMs % 1000 === 0 || typeof Id !== 'string' || Names === undefined) return second * 1000;
    const made = this.#created.get(Id) ?? this.#ask(Id).catch(() => second * 1000);
    this.#created.set(Id, made);
    return made;
  }

  async #ask(id: string): Promise<number> {
    const options = {
      ...connectionOptions(this.#proxy.engine),
      path: `/containers/${id}/json`,
      agent: false as const,
    };
    const asked = request(options).end();
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    const read = (await json(answer as IncomingMessage)) as Json;
    return Date.parse(String(read.Created));
  }
}

const wholeSecond = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** By what the engine itself reads: before 23.0 the time of its data, then that of the folder around. */
function volumeMade(mountpoint: string, second: number): number {
  try {
    const times = [lstatSync(dirname(mountpoint)).ctimeMs, lstatSync(mountpoint).mtimeMs];
    return times.find((time) => Math.floor(time / 1000) * 1000 === second) ?? second;
  } catch {
    return second;
  }
}
