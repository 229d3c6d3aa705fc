"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.submit = submit;
exports.waitFor = waitFor;
const node_crypto_1 = require("node:crypto");
const spool_file_ts_1 = require("../adapters/ipc/spool/spool-file.js");
const errors_ts_1 = require("../domain/errors.js");
const agent_address_ts_1 = require("./agent-address.js");
/** What may be different in a moment: the spool takes it until then. */
const NOT_NOW = new Set(['agent-not-found', 'overloaded']);
async function submit(topology, options = {}) {
    const { wait, ...address } = options;
    const taken = await submitOrSpool(topology, address);
    if (wait === undefined)
        return taken;
    if (taken.state !== 'spooled')
        return waitFor(taken, wait, address);
    const why = `${taken.id} is in the spool, and nobody can say when all of it is ${wait}`;
    throw new errors_ts_1.TopoGcError('agent-not-found', why, { cause: taken.reason });
}
async function submitOrSpool(topology, address) {
    const id = topology.id ?? `topology-${(0, node_crypto_1.randomUUID)().slice(0, 13)}`;
    const body = { ...topology, id };
    try {
        return await (0, agent_address_ts_1.withAgent)(address, (client) => client.post('/v1/topologies', { body, timeoutMs: agent_address_ts_1.PATIENCE_MS }));
    }
    catch (reason) {
        const { spool: folder = process.env.TOPO_GC_SPOOL } = address;
        if (!(reason instanceof errors_ts_1.TopoGcError) || !NOT_NOW.has(reason.code) || !folder)
            throw reason;
        await (0, spool_file_ts_1.spool)(folder, body).catch((cause) => {
            throw new errors_ts_1.TopoGcError('closed', `${(0, errors_ts_1.describeError)(reason)}; the spool takes nothing more`, { cause });
        });
        return { id, state: 'spooled', reason };
    }
}
/** Resolves when all of its members are that far. It is asked for by its id alone: a name may be somebody else's by now. */
async function waitFor(topology, milestone, address = {}) {
    const body = { id: topology.id };
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.post(`/v1/topologies?wait=${milestone}`, { body }));
}
