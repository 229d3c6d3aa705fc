"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Lease = void 0;
exports.lease = lease;
const agent_address_ts_1 = require("./agent-address.js");
const submitting_ts_1 = require("./submitting.js");
/** A topology that is in use: it counts as submitted when its owner is gone, however that ended. */
class Lease {
    /** As it was leased. */
    topology;
    #address;
    #connection;
    constructor(topology, address, connection) {
        this.topology = topology;
        this.#address = address;
        this.#connection = connection;
    }
    /** Hands it over now, and with it what is named only here. @throws as `submit` */
    async submit(more = {}) {
        const submitted = await (0, submitting_ts_1.submit)({ ...more, id: this.topology.id }, this.#address);
        this.#connection?.close();
        return submitted;
    }
    /** Gives it back: nothing of it is touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
    async drop() {
        const path = `/v1/leases/${encodeURIComponent(this.topology.id)}`;
        const dropped = await (0, agent_address_ts_1.withAgent)(this.#address, (client) => client.delete(path));
        this.#connection?.close();
        return dropped;
    }
    /** Hands it over, where it is bound by `await using`. */
    async [Symbol.asyncDispose]() {
        await this.submit();
    }
}
exports.Lease = Lease;
/**
 * Announces a topology while it is in use. The same id again adds to it.
 * @throws TopoGcError the agent's own, `agent-not-found`: a lease is never spooled
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
