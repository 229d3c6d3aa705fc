"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.fromEnvironment = exports.toEnvironment = exports.STATE_VARIABLE = exports.VARIABLES = void 0;
/** The variables with the address of an agent: the action, `topo-gc run` and `topo-gc agent` set them. */
exports.VARIABLES = {
    socket: 'TOPO_GC_SOCKET',
    folder: 'TOPO_GC_DIR',
    spool: 'TOPO_GC_SPOOL',
    session: 'TOPO_GC_SESSION',
};
/** The folder in which the agents of a user keep their state. */
exports.STATE_VARIABLE = 'TOPO_GC_STATE';
const KEYS = Object.keys(exports.VARIABLES);
/** The environment with which a process can reach that agent. */
const toEnvironment = (place) => Object.fromEntries(KEYS.map((key) => [exports.VARIABLES[key], place[key]]));
exports.toEnvironment = toEnvironment;
/** The address of an agent from an environment; each part may be missing. */
const fromEnvironment = (env) => Object.fromEntries(KEYS.flatMap((key) => (env[exports.VARIABLES[key]] ? [[key, env[exports.VARIABLES[key]]]] : [])));
exports.fromEnvironment = fromEnvironment;
