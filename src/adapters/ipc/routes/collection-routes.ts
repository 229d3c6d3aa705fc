import * as z from 'zod/mini';
import { type Fault, TopoGcError } from '../../../domain/errors.ts';
import { parseTopologyId, TAKES_ID } from '../../../domain/topology/submission.ts';
import type { TopologyId } from '../../../domain/topology/topology.ts';
import type { DrainLine } from '../../../protocol/drain-lines.ts';
import { oversized } from '../../../protocol/oversized.ts';
import { toProblem } from '../../../protocol/problem.ts';
import { schemaFaults } from '../../../protocol/schema-faults.ts';
import { readJson } from '../request-body.ts';
import { type Exchange, type Route, sendJson, words } from '../route.ts';

const BOOLEAN = words('true', 'false');

const MILLISECONDS = { matches: /^[1-9]\d{0,7}$/, takes: 'a whole number of ms, from 1 to 99999999' };

/** A client that names more may as well name none. */
const MOST_IDS = 10_000;

const collectionSchema = z.optional(z.strictObject({ topologies: z.optional(z.array(z.string())) }));

const invalid = (faults: readonly Fault[]): TopoGcError =>
  new TopoGcError('invalid-request', 'The body takes {"topologies": [ID, …]}, or nothing for all', {
    faults,
  });

function readIds(json: unknown): TopologyId[] | undefined {
  const tooLong = oversized(json, MOST_IDS);
  if (tooLong.length > 0) throw invalid(tooLong);
  const checked = collectionSchema.safeParse(json);
  if (!checked.success) throw invalid(schemaFaults(checked.error, { topologies: 'takes a list of ids' }));
  return checked.data?.topologies?.map((text, at) => {
    const id = parseTopologyId(text);
    if (id !== undefined) return id;
    const fault = { field: `topologies[${at}]`, value: text, detail: TAKES_ID };
    throw new TopoGcError('invalid-request', 'An id is not valid', { faults: [fault] });
  });
}

async function collect({ request, response, service, query, share }: Exchange): Promise<void> {
  const ids = readIds(await readJson(request, share));
  share[Symbol.dispose]();
  const collection = service.collect(ids);
  if (query.get('wait') === 'true') {
    sendJson(response, 200, await collection);
    return;
  }
  // A client that does not wait finds the outcome in the events and the report.
  collection.catch(() => {});
  sendJson(response, 202, { trigger: 'request', topologies: ids ?? service.pending().map(({ id }) => id) });
}

async function drain({ request, response, service, query, share }: Exchange): Promise<void> {
  const final = query.get('final') === 'true';
  const budget = query.get('budgetMs');
  await readJson(request, share);
  share[Symbol.dispose]();
  const write = (line: DrainLine) => response.write(`${JSON.stringify(line)}\n`);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.flushHeaders();
  try {
    const report = await service.drain({
      final,
      ...(budget !== null && { budgetMs: Number(budget) }),
      onProgress: (progress) => write({ type: 'progress', ...progress }),
    });
    write({ type: 'report', report });
  } catch (error) {
    write({ type: 'problem', problem: toProblem(error) });
  }
  response.end();
}

export const COLLECTION_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/v1/collections', query: { wait: BOOLEAN }, handle: collect },
  { method: 'POST', path: '/v1/drain', query: { final: BOOLEAN, budgetMs: MILLISECONDS }, handle: drain },
];
