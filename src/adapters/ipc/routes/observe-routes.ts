import { type Exchange, type Route, send, sendJson } from '../route.ts';
import type { EventStreams } from './event-streams.ts';
import { METRICS_TYPE, toOpenMetrics } from './open-metrics.ts';

async function metrics({ response, service }: Exchange): Promise<void> {
  send(response, 200, METRICS_TYPE, toOpenMetrics(await service.status()));
}

async function status({ response, service }: Exchange): Promise<void> {
  sendJson(response, 200, await service.status());
}

async function strays({ response, service }: Exchange): Promise<void> {
  sendJson(response, 200, await service.strays());
}

/** @param nonce tells this agent from another that has taken its pid */
export const observeRoutes = (nonce: string, events: EventStreams): readonly Route[] => [
  { method: 'GET', path: '/v1/status', handle: status },
  { method: 'GET', path: '/v1/strays', handle: strays },
  { method: 'GET', path: '/v1/events', handle: ({ response, service }) => events.add(response, service) },
  { method: 'GET', path: '/metrics', handle: metrics },
  {
    method: 'GET',
    path: '/healthz',
    handle: ({ response }) => sendJson(response, 200, { status: 'ok', nonce }),
  },
];
