"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Lease = void 0;
exports.lease = lease;
const agent_address_ts_1 = require("./agent-address.js");
const submitting_ts_1 = require("./submitting.js");
/** A topology that is in use: when its owner is gone, for whatever reason, the topology counts as submitted. */
class Lease {
    /** The topology when it was leased. */
    topology;
    #address;
    #connection;
    constructor(topology, address, connection) {
        this.topology = topology;
        this.#address = address;
        this.#connection = connection;
    }
    /** Hands the topology over now, with any members that are named only here. @throws as `submit` */
    async submit(more = {}) {
        const submitted = await (0, submitting_ts_1.submit)({ ...more, id: this.topology.id }, this.#address);
        this.#connection?.close();
        return submitted;
    }
    /** Gives the lease back: its members are not touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
    async drop() {
        const path = `/v1/leases/${encodeURIComponent(this.topology.id)}`;
        const dropped = await (0, agent_address_ts_1.withAgent)(this.#address, (client) => client.delete(path));
        this.#connection?.close();
        return dropped;
    }
    /** Hands the topology over at the end of an `await using` scope. */
    async [Symbol.asyncDispose]() {
        await this.submit();
    }
}
exports.Lease = Lease;
/**
 * Announces a topology while it is in use. A second call with the same id adds to it.
 * @throws TopoGcError the agent's own errors, `agent-not-found`: a lease never goes to the spool
 */
async function lease(topology, options = {}) {
    const { owner = { pid: process.pid }, hold, ...address } = options;
    if (!hold) {
        const request = { body: { ...topology, owner }, timeoutMs: agent_address_ts_1.PATIENCE_MS };
        const answer = await (0, agent_address_ts_1.withAgent)(address, (client) => client.post('/v1/leases', request));
        return new Lease(answer, address);
    }
    const connection = (0, agent_address_ts_1.openClient)(address);
    try {
        const request = { body: topology, timeoutMs: agent_address_ts_1.PATIENCE_MS };
        return new Lease(await connection.hold('/v1/leases?hold=true', request), address, connection);
    }
    catch (error) {
        connection.close();
        throw error;
    }
}
