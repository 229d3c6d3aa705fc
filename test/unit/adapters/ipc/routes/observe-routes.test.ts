import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JournalEvent } from '../../../../../src/domain/ledger/journal-events.ts';
import { STATUS, STRAYS } from '../../../../fakes/fake-agent-service.ts';
import { ServedAgent } from '../../../../fakes/served-agent.ts';

const MIB = 1024 * 1024;

let agent: ServedAgent;

beforeEach(async () => {
  agent = await ServedAgent.start();
});
afterEach(() => agent[Symbol.asyncDispose]());

test('GET /healthz: 200, and the nonce by which this agent is known', async () => {
  expect(await agent.get('/healthz')).toMatchObject({ status: 200, json: { status: 'ok', nonce: 'n-1' } });
});

test('GET /v1/status: 200 and the status', async () => {
  expect(await agent.get('/v1/status')).toMatchObject({ status: 200, json: STATUS });
});

test('GET /v1/strays: 200 and what was not handed over', async () => {
  expect(await agent.get('/v1/strays')).toMatchObject({ status: 200, json: STRAYS });
});

test('GET /metrics: the status as OpenMetrics', async () => {
  const { status, headers, text } = await agent.get('/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  expect(text).toMatch(/# EOF\n$/);
});

describe('GET /v1/events', () => {
  const EVENTS: readonly JournalEvent[] = [
    { type: 'triggered', at: 1, trigger: 'disk' },
    { type: 'drained', at: 2, outcome: { leaks: [], unconfirmed: 'two\nlines, tést 🦆' } },
  ];

  async function listen(): Promise<IncomingMessage> {
    const response = await agent.open('GET', '/v1/events');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/event-stream');
    await vi.waitFor(() => expect(agent.service.listeners).toBeGreaterThan(0), { timeout: 8_000 });
    return response.setEncoding('utf8');
  }

  test('each event as it happens: its type, and itself as one line of JSON', async () => {
    const response = await listen();
    let told = '';
    response.on('data', (chunk) => {
      told += chunk;
    });
    for (const event of EVENTS) agent.service.emit(event);
    await vi.waitFor(() => expect(told.match(/\n\n/g)).toHaveLength(2), { timeout: 8_000 });
    const events = told
      .trimEnd()
      .split('\n\n')
      .map((each) => each.split('\n'));
    expect(events.map(([type]) => type)).toEqual(['event: triggered', 'event: drained']);
    expect(events.map(([, data = '']) => JSON.parse(data.replace(/^data: /, '')))).toEqual(EVENTS);
    response.destroy();
  });

  test('who hangs up is forgotten', async () => {
    const response = await listen();
    response.destroy();
    await vi.waitFor(() => expect(agent.service.listeners).toBe(0), { timeout: 8_000 });
    for (const event of EVENTS) agent.service.emit(event);
    expect((await agent.get('/healthz')).status).toBe(200);
  });

  test('who does not read is cut off, and holds up nobody', async () => {
    const [slow, reader] = [await listen(), await listen()];
    slow.pause();
    let read = 0;
    reader.on('data', (chunk) => {
      read += chunk.length;
    });
    const long: JournalEvent = {
      type: 'drained',
      at: 1,
      outcome: { leaks: [], unconfirmed: 'x'.repeat(MIB / 4) },
    };
    for (let count = 1; count <= 20; count++) {
      agent.service.emit(long);
      await vi.waitFor(() => expect(read).toBeGreaterThan((count * MIB) / 4), { timeout: 8_000 });
    }
    await expect(text(slow)).rejects.toThrow('aborted');
    reader.destroy();
    await vi.waitFor(() => expect(agent.service.listeners).toBe(0), { timeout: 8_000 });
  });

  test('a burst that nobody could read in time does no harm', async () => {
    const slow = await listen();
    slow.pause();
    const long: JournalEvent = {
      type: 'drained',
      at: 1,
      outcome: { leaks: [], unconfirmed: 'x'.repeat(MIB) },
    };
    for (let burst = 0; burst < 20; burst++) agent.service.emit(long);
    await vi.waitFor(() => expect(agent.service.listeners).toBe(0), { timeout: 8_000 });
    expect((await agent.get('/healthz')).status).toBe(200);
    slow.destroy();
  });
});
