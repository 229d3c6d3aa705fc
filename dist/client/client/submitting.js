"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.submit = submit;
exports.waitFor = waitFor;
const errors_ts_1 = require("../domain/errors.js");
const environment_ts_1 = require("../protocol/environment.js");
const agent_address_ts_1 = require("./agent-address.js");
/** Errors that may pass in a moment: meanwhile the spool takes the submission. */
const NOT_NOW = new Set(['agent-not-found', 'overloaded']);
async function submit(topology, options = {}) {
    const { wait, ...address } = options;
    const taken = await submitOrSpool(topology, address);
    if (wait === undefined)
        return taken;
    if (taken.state !== 'spooled')
        return waitFor(taken, wait, address);
    const why = `${taken.id} is in the spool: it is not known when all of it is ${wait}`;
    throw new errors_ts_1.TopoGcError('agent-not-found', why, { cause: taken.reason });
}
/** 13 digits that no other process makes; node:crypto alone would take a fifth of the time of a submission. */
const randomDigits = () => Math.floor(Math.random() * 2 ** 52)
    .toString(16)
    .padStart(13, '0');
async function submitOrSpool(topology, address) {
    const id = topology.id ?? `topology-${randomDigits()}`;
    const body = { ...topology, id };
    try {
        return await (0, agent_address_ts_1.withAgent)(address, (client) => client.post('/v1/topologies', { body, timeoutMs: agent_address_ts_1.PATIENCE_MS }));
    }
    catch (reason) {
        const { spool: folder = (0, environment_ts_1.fromEnvironment)(process.env).spool } = address;
        if (!(reason instanceof errors_ts_1.TopoGcError) || !NOT_NOW.has(reason.code) || !folder)
            throw reason;
        const { spool } = await Promise.resolve().then(() => __importStar(require("../adapters/ipc/spool/spool-file.js")));
        await spool(folder, body).catch((cause) => {
            throw new errors_ts_1.TopoGcError('closed', `${(0, errors_ts_1.describeError)(reason)}; the spool takes nothing more`, { cause });
        });
        return { id, state: 'spooled', reason };
    }
}
/** Resolves when all members have reached that state. It asks only by id: a name may belong to somebody else by now. */
async function waitFor(topology, milestone, address = {}) {
    const body = { id: topology.id };
    return (0, agent_address_ts_1.withAgent)(address, (client) => client.post(`/v1/topologies?wait=${milestone}`, { body }));
}
