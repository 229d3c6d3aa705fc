import * as z from 'zod/mini';
import { type Fault, TopoGcError } from '../../../domain/errors.ts';
import { InvalidSubmission } from '../../../domain/topology/invalid-submission.ts';
import type { NamedOwner, NamedTerm } from '../../../domain/topology/lease.ts';
import { parseTtl, TAKES_TTL } from '../../../domain/topology/time-to-live.ts';
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

const ENDS = `${OWNER}; or "ttl" takes ${TAKES_TTL}; or ?hold=true without them, and the connection is the lease`;

function readOwner(owner: unknown, faults: Fault[]): NamedOwner | undefined {
  if (owner === undefined) return undefined;
  const checked = ownerSchema.safeParse(owner);
  if (checked.success) return checked.data;
  faults.push({ field: 'owner', value: JSON.stringify(owner), detail: OWNER });
  return undefined;
}

function readTtl(ttl: unknown, faults: Fault[]): number | undefined {
  if (ttl === undefined) return undefined;
  const ms = typeof ttl === 'string' ? parseTtl(ttl) : undefined;
  if (ms === undefined)
    faults.push({
      field: 'ttl',
      value: typeof ttl === 'string' ? ttl : JSON.stringify(ttl),
      detail: `takes ${TAKES_TTL}`,
    });
  return ms;
}

/** A topology with the owner, or the time to live, beside its fields. @throws InvalidSubmission */
function readLease(json: unknown): { topology: unknown; term: NamedTerm } {
  if (typeof json !== 'object' || json === null || !('owner' in json || 'ttl' in json))
    return { topology: json, term: {} };
  const { owner, ttl, ...topology } = json as { owner?: unknown; ttl?: unknown };
  const faults: Fault[] = [];
  const term = { owner: readOwner(owner, faults), ttlMs: readTtl(ttl, faults) };
  if (faults.length > 0) throw new InvalidSubmission(faults, readNamed(json));
  return { topology, term };
}

/** Whether a connection is the lease. @throws TopoGcError unless the request names exactly one end */
function checkEnd(query: URLSearchParams, { owner, ttlMs }: NamedTerm): boolean {
  const isHeld = query.get('hold') === 'true';
  const named = [isHeld, owner !== undefined, ttlMs !== undefined].filter(Boolean).length;
  if (named === 1) return isHeld;
  const why =
    named === 0 ? 'The request does not say what ends the lease' : 'The lease must have only one end';
  throw new TopoGcError('invalid-submission', why, {
    faults: [{ field: owner === undefined && ttlMs !== undefined ? 'ttl' : 'owner', detail: ENDS }],
  });
}

async function lease({ request, response, service, query, log, share }: Exchange): Promise<void> {
  const { json, term, isHeld } = await readNoted(service, true, async () => {
    const { topology: json, term } = readLease(await readJson(request, share));
    return { json, term, isHeld: checkEnd(query, term) };
  });
  const submission = await readNoted(service, true, async () => readSubmission(json));
  share.take(submission.members.length * LOOK_UP_BYTES);
  const { topology, known, errors } = await service.lease(submission, term);
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
