"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.status = status;
exports.strays = strays;
exports.topology = topology;
exports.topologies = topologies;
exports.events = events;
const agent_address_ts_1 = require("./agent-address.js");
/** The agent asks the engine about each of them; an engine that hangs is given up by then. */
const STRAYS_MS = 60_000;
/** Readings with their thresholds, and counts. @throws TopoGcError `agent-not-found` */
function status(address = {}) {
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.get('/v1/status'));
}
/**
 * What was made on the engine during the session, was not handed over, and is there now.
 * @throws TopoGcError `agent-not-found`, `engine-failed`
 */
function strays(address = {}) {
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.get('/v1/strays', { timeoutMs: STRAYS_MS }));
}
/** One topology. @throws TopoGcError `not-found`, `agent-not-found` */
function topology(id, address = {}) {
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.get(`/v1/topologies/${encodeURIComponent(id)}`));
}
/** The oldest first, including leases; with `pending` only topologies that are submitted and not yet removed. */
function topologies(options = {}) {
    const { pending, ...address } = options;
    const path = pending ? '/v1/topologies?state=pending' : '/v1/topologies';
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.get(path));
}
/**
 * Everything that happens after it resolves: `for await (const event of await events()) …`. It ends with the agent, or when
 * the caller leaves the loop.
 * @throws TopoGcError `agent-not-found`, also if the connection to the agent breaks; the signal's reason
 */
async function events(options = {}) {
    const { signal, ...address } = options;
    const client = (0, agent_address_ts_1.openClient)(address);
    try {
        const happening = await client.events(signal);
        return untilLeft(happening, () => client.close());
    }
    catch (error) {
        client.close();
        throw error;
    }
}
async function* untilLeft(happening, close) {
    try {
        yield* happening;
    }
    finally {
        close();
    }
}
