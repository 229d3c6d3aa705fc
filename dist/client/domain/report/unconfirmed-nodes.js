"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.unconfirmedNodes = unconfirmedNodes;
exports.describeNode = describeNode;
/** One entry for each node and reason, with the tasks of all services. */
function unconfirmedNodes(topologies) {
    const nodes = new Map();
    for (const { members } of topologies)
        for (const { name, unconfirmed = [] } of members)
            for (const { node, tasks, why } of unconfirmed) {
                const known = nodes.get(`${node} ${why}`);
                nodes.set(`${node} ${why}`, {
                    node,
                    tasks: (known?.tasks ?? 0) + tasks,
                    why,
                    services: [...new Set([...(known?.services ?? []), name])],
                });
            }
    return [...nodes.values()];
}
/** The most services that are named for a node. */
const MOST_NAMED = 5;
/** `node b: whether containers of web, db are left is not known: …`, one line. */
function describeNode({ node, services, what, why }) {
    if (what !== undefined)
        return `node ${node}: whether ${what} is left is not known: ${why}`;
    const more = services.length - MOST_NAMED;
    const named = [...services.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
    return `node ${node}: whether containers of ${named} are left is not known: ${why}`;
}
