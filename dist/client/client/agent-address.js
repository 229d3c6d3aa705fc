"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.PATIENCE_MS = void 0;
exports.openClient = openClient;
exports.withAgent = withAgent;
const agent_client_ts_1 = require("../adapters/ipc/agent-client.js");
const errors_ts_1 = require("../domain/errors.js");
const environment_ts_1 = require("../protocol/environment.js");
/** The most time until an agent begins its answer to a submission or a lease, in ms. */
exports.PATIENCE_MS = 2_000;
/** A client of the agent; the caller closes it. @throws TopoGcError `agent-not-found` without an address */
function openClient({ socket = (0, environment_ts_1.fromEnvironment)(process.env).socket }) {
    if (socket)
        return new agent_client_ts_1.AgentClient(socket);
    throw new errors_ts_1.TopoGcError('agent-not-found', `${environment_ts_1.VARIABLES.socket} is not set: start an agent by the action, or by \`topo-gc run -- COMMAND\``);
}
/** Talks to the agent. @throws TopoGcError the agent's own errors, `agent-not-found` */
async function withAgent(address, talk) {
    const client = openClient(address);
    try {
        return await talk(client);
    }
    finally {
        client.close();
    }
}
