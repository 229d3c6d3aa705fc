"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.fromEnvironment = exports.toEnvironment = exports.unknownVariables = exports.inputVariable = exports.HOOK_VARIABLE = exports.STATE_VARIABLE = exports.VARIABLES = void 0;
/** The variables with the address of an agent: the action, `topo-gc run` and `topo-gc agent` set them. */
exports.VARIABLES = {
    socket: 'TOPO_GC_SOCKET',
    folder: 'TOPO_GC_DIR',
    spool: 'TOPO_GC_SPOOL',
    session: 'TOPO_GC_SESSION',
};
/** The folder in which the agents of a user keep their state. */
exports.STATE_VARIABLE = 'TOPO_GC_STATE';
/**
 * The session that a runner's started hook has begun, until the first use of the action in that job takes the final
 * drain over.
 */
exports.HOOK_VARIABLE = 'TOPO_GC_HOOK';
const OWN_PREFIX = 'TOPO_GC_';
/** The variable of an input for the hooks of a runner: `disk-threshold` is `TOPO_GC_DISK_THRESHOLD`. */
const inputVariable = (input) => `${OWN_PREFIX}${input.replaceAll('-', '_').toUpperCase()}`;
exports.inputVariable = inputVariable;
/** The variables of an environment that have our prefix but are neither in use here nor among `known`. */
const unknownVariables = (env, known) => {
    const own = [...Object.values(exports.VARIABLES), exports.STATE_VARIABLE, exports.HOOK_VARIABLE, ...known];
    return Object.keys(env).filter((name) => name.startsWith(OWN_PREFIX) && !own.includes(name));
};
exports.unknownVariables = unknownVariables;
const KEYS = Object.keys(exports.VARIABLES);
/** The environment with which a process can reach that agent. */
const toEnvironment = (place) => Object.fromEntries(KEYS.map((key) => [exports.VARIABLES[key], place[key]]));
exports.toEnvironment = toEnvironment;
/** The address of an agent from an environment; each part may be missing. */
const fromEnvironment = (env) => Object.fromEntries(KEYS.flatMap((key) => (env[exports.VARIABLES[key]] ? [[key, env[exports.VARIABLES[key]]]] : [])));
exports.fromEnvironment = fromEnvironment;
