"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.collect = collect;
exports.drain = drain;
const agent_address_ts_1 = require("./agent-address.js");
async function collect(options = {}) {
    const { wait = false, topologies, ...address } = options;
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.post(`/v1/collections?wait=${wait}`, topologies && { body: { topologies } }));
}
/**
 * Collects everything pending and asks the engine whether anything is left; the agent goes on. `leaks` of the report lists
 * the members that could not be removed.
 * @throws TopoGcError the agent's own errors, `agent-not-found`
 */
async function drain(options = {}) {
    const { onProgress = () => { }, signal, ...address } = options;
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.drain({ final: false, onProgress, ...(signal && { signal }) }));
}
