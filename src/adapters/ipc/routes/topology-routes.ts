import { TopoGcError } from '../../../domain/errors.ts';
import type { TopologyId } from '../../../domain/topology/topology.ts';
import { readSubmission } from '../../../protocol/submission-schema.ts';
import { view } from '../../../protocol/topology-view.ts';
import { LOOK_UP_BYTES } from '../body-budget.ts';
import { readNoted } from '../read-noted.ts';
import { readJson } from '../request-body.ts';
import { type Exchange, type Route, sendJson, words } from '../route.ts';

async function submit({ request, response, service, query, share, receivedAt }: Exchange): Promise<void> {
  const submission = await readNoted(service, false, async () =>
    readSubmission(await readJson(request, share)),
  );
  share.take(submission.members.length * LOOK_UP_BYTES);
  const { topology, known, errors, warnings } = await service.submit(submission, receivedAt);
  share[Symbol.dispose]();
  const wait = query.get('wait');
  if (wait !== 'stopped' && wait !== 'removed') {
    sendJson(response, known && errors.length === 0 ? 200 : 202, view(topology, errors, warnings));
    return;
  }
  const reached = await service.reached(topology.id, wait);
  sendJson(response, 200, view(reached, service.untaken(reached.id), warnings));
}

function list({ response, service, query }: Exchange): void {
  const topologies = query.get('state') === 'pending' ? service.pending() : service.topologies();
  sendJson(
    response,
    200,
    topologies.map((topology) => view(topology, service.untaken(topology.id))),
  );
}

function show({ response, service, params }: Exchange): void {
  const topology = service.topology(params.id as TopologyId);
  if (topology === undefined) throw new TopoGcError('not-found', `There is no topology ${params.id}`);
  sendJson(response, 200, view(topology, service.untaken(topology.id)));
}

export const TOPOLOGY_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/v1/topologies', query: { wait: words('stopped', 'removed') }, handle: submit },
  { method: 'GET', path: '/v1/topologies', query: { state: words('pending') }, handle: list },
  { method: 'GET', path: '/v1/topologies/{id}', handle: show },
];
