import { METRICS_TYPE, toOpenMetrics } from './open-metrics.ts';
import { type Exchange, type Route, send, sendJson } from './route.ts';

/** Between two comments that keep an idle connection open, in ms. */
const HEARTBEAT_MS = 15_000;

/** A listener that is that many bytes behind is cut off: it can ask for the status and listen anew. */
const MOST_BEHIND = 1024 * 1024;

/** Server-sent events, from now on: `event` is the type, `data` the event as JSON, times in ms since the epoch. */
function streamEvents({ response, service }: Exchange): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  const unsubscribe = service.subscribe((event) => {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > MOST_BEHIND) response.destroy();
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}

async function metrics({ response, service }: Exchange): Promise<void> {
  send(response, 200, METRICS_TYPE, toOpenMetrics(await service.status()));
}

async function status({ response, service }: Exchange): Promise<void> {
  sendJson(response, 200, await service.status());
}

/** @param nonce tells this agent from another that has taken its pid */
export const observeRoutes = (nonce: string): readonly Route[] => [
  { method: 'GET', path: '/v1/status', handle: status },
  { method: 'GET', path: '/v1/events', handle: streamEvents },
  { method: 'GET', path: '/metrics', handle: metrics },
  {
    method: 'GET',
    path: '/healthz',
    handle: ({ response }) => sendJson(response, 200, { status: 'ok', nonce }),
  },
];
