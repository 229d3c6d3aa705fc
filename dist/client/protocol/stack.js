"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.stackNameOf = exports.isStackName = exports.TAKES_STACKS = exports.TAKES_STACK = void 0;
exports.stackSelector = stackSelector;
const swarm_ts_1 = require("../domain/swarm.js");
/** A name that `docker stack deploy` takes. */
const STACK = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;
/** The form of a stack's name, in words. */
exports.TAKES_STACK = 'takes the name of a stack: letters, digits and _ . -, the first a letter or digit';
/** The same for the entries of a submission's list. */
exports.TAKES_STACKS = 'takes a list of names of stacks, or of {"name": …, "volumes": true, "engine": NAME}';
/** What `docker stack rm` removes. */
const KINDS = ['service', 'network', 'secret', 'config'];
const isStackName = (text) => STACK.test(text);
exports.isStackName = isStackName;
/** All that a stack has made; the kinds are only known to a manager, so any other node of a Swarm refuses it. */
function stackSelector(stack, field) {
    const { name, volumes = false, engine: site } = typeof stack === 'string' ? { name: stack } : stack;
    return {
        label: `${swarm_ts_1.STACK_LABEL}=${name}`,
        kinds: volumes ? [...KINDS, 'volume'] : KINDS,
        field,
        ...(site !== undefined && { site }),
    };
}
const stackNameOf = (stack) => (typeof stack === 'string' ? stack : stack.name);
exports.stackNameOf = stackNameOf;
