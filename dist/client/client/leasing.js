"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Lease = void 0;
exports.lease = lease;
exports.dropLease = dropLease;
const agent_address_ts_1 = require("./agent-address.js");
const submitting_ts_1 = require("./submitting.js");
/**
 * A topology that is in use: when its owner is gone, for whatever reason, or its time is over, the topology counts as
 * submitted.
 */
class Lease {
    /** The topology when it was leased. */
    topology;
    #address;
    #held;
    /** @param held what the lease lasts as long as; a client whose connection is the lease is closed with it */
    constructor(topology, address, held) {
        this.topology = topology;
        this.#address = address;
        this.#held = held;
    }
    /**
     * Adds members, and begins a time to live anew: what is made after the last such request may belong to somebody else.
     * @throws TopoGcError as `lease`; `already-submitted` if it comes too late
     */
    async renew(more = {}) {
        const topology = { ...more, id: this.topology.id };
        const renewed = isTerm(this.#held)
            ? new Lease(await announce(topology, this.#address, this.#held), this.#address, this.#held)
            : await hold(topology, this.#address);
        this.#close();
        return renewed;
    }
    /** Hands the topology over now, with any members that are named only here. @throws as `submit` */
    async submit(more = {}) {
        const submitted = await (0, submitting_ts_1.submit)({ ...more, id: this.topology.id }, this.#address);
        this.#close();
        return submitted;
    }
    /** Gives the lease back: its members are not touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
    async drop() {
        const dropped = await dropLease(this.topology.id, this.#address);
        this.#close();
        return dropped;
    }
    /** Hands the topology over at the end of an `await using` scope. */
    async [Symbol.asyncDispose]() {
        await this.submit();
    }
    #close() {
        if (!isTerm(this.#held))
            this.#held.close();
    }
}
exports.Lease = Lease;
const isTerm = (held) => 'owner' in held || 'ttl' in held;
/**
 * Announces a topology while it is in use. A second call with the same id adds to it.
 * @throws TopoGcError the agent's own errors, `agent-not-found`: a lease never goes to the spool
 */
async function lease(topology, options = {}) {
    const { owner = { pid: process.pid }, hold: isHeld, ttl, ...address } = options;
    if (isHeld)
        return hold(topology, address);
    const term = ttl === undefined ? { owner } : { ttl };
    return new Lease(await announce(topology, address, term), address, term);
}
/** Leases by a connection that this process keeps. */
async function hold(topology, address) {
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
/** Asks the agent to lease a topology by a process or for a time. */
function announce(topology, address, term) {
    const request = { body: { ...topology, ...term }, timeoutMs: agent_address_ts_1.PATIENCE_MS };
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.post('/v1/leases', request));
}
/** Gives a lease back by its id: its members are not touched. @throws TopoGcError as `Lease.drop`, `not-found` */
function dropLease(id, address = {}) {
    const path = `/v1/leases/${encodeURIComponent(id)}`;
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.delete(path));
}
