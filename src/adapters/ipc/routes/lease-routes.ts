import * as z from 'zod/mini';
import { TopoGcError } from '../../../domain/errors.ts';
import { InvalidSubmission } from '../../../domain/topology/invalid-submission.ts';
import type { NamedOwner } from '../../../domain/topology/lease.ts';
import type { TopologyId } from '../../../domain/topology/topology.ts';
import { unawaited } from '../../../domain/unawaited.ts';
import { readNamed } from '../../../protocol/read-named.ts';
import { readSubmission } from '../../../protocol/submission-schema.ts';
import { view } from '../../../protocol/topology-view.ts';
import { LOOK_UP_BYTES } from '../body-budget.ts';
import { readNoted } from '../read-noted.ts';
import { readJson } from '../request-body.ts';
import { type Exchange, type Route, sendJson, words } from '../route.ts';

const ownerSchema = z.strictObject({
  pid: z.int().check(z.positive()),
  startTime: z.optional(z.string()),
  pidNamespace: z.optional(z.string()),
});

const OWNER = 'takes {"pid": N}, and what is known of it: "startTime", "pidNamespace"';

/** A topology with the owner beside its fields. */
function readLease(json: unknown): { topology: unknown; owner: NamedOwner | undefined } {
  if (typeof json !== 'object' || json === null || !('owner' in json))
    return { topology: json, owner: undefined };
  const { owner, ...topology } = json;
  const checked = ownerSchema.safeParse(owner);
  if (checked.success) return { topology, owner: checked.data };
  const faults = [{ field: 'owner', value: JSON.stringify(owner), detail: OWNER }];
  throw new InvalidSubmission(faults, readNamed(json));
}

/** Whether a connection is the lease. @throws TopoGcError if the request names neither or both */
function checkEnd(query: URLSearchParams, owner: NamedOwner | undefined): boolean {
  const isHeld = query.get('hold') === 'true';
  if (isHeld !== (owner !== undefined)) return isHeld;
  throw new TopoGcError('invalid-submission', 'A lease needs something that it lasts as long as', {
    faults: [
      { field: 'owner', detail: `${OWNER}; or ?hold=true without it, and the connection is the lease` },
    ],
  });
}

async function lease({ request, response, service, query, log, share }: Exchange): Promise<void> {
  const { json, owner, isHeld } = await readNoted(service, true, async () => {
    const { topology: json, owner } = readLease(await readJson(request, share));
    return { json, owner, isHeld: checkEnd(query, owner) };
  });
  const submission = await readNoted(service, true, async () => readSubmission(json));
  share.take(submission.members.length * LOOK_UP_BYTES);
  const { topology, known, errors } = await service.lease(submission, owner);
  const status = known ? 200 : 201;
  if (!isHeld) {
    sendJson(response, status, view(topology, errors));
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.write(`${JSON.stringify(view(topology, errors))}\n`);
  const end = () =>
    unawaited(service.endLease(topology.id), log, `the lease ${topology.id} could not be ended`);
  response.on('close', end);
  // The client may have hung up while the agent wrote the lease.
  if (response.destroyed) end();
}

function drop({ response, service, params }: Exchange): void {
  sendJson(response, 200, view(service.dropLease(params.id as TopologyId)));
}

export const LEASE_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/v1/leases', query: { hold: words('true') }, handle: lease },
  { method: 'DELETE', path: '/v1/leases/{id}', handle: drop },
];
