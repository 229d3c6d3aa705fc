"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.TAKES_SELECTOR = exports.parseSelector = exports.parseTopologyId = exports.TAKES_ID = void 0;
exports.whyNoRef = whyNoRef;
exports.parseSubmission = parseSubmission;
const host_paths_ts_1 = require("../kinds/host-paths.js");
const netns_links_ts_1 = require("../kinds/netns-links.js");
const labels_ts_1 = require("../text/labels.js");
const quantities_ts_1 = require("../text/quantities.js");
const submission_limits_ts_1 = require("./submission-limits.js");
/** One that holds a control character, such as a line break, is several, or none. */
const CONTROLS = /\p{Cc}/u;
/** The line that hands over many. */
const ONE_EACH = {
    container: 'docker ps -aq | xargs -I{} topo-gc submit --container {}',
    network: 'docker network ls -q --filter type=custom | xargs -I{} topo-gc submit --network {}',
    volume: 'docker volume ls -q | xargs -I{} topo-gc submit --volume {}',
};
/** What a reference takes, in words, where it is not that. A network's name may have blanks. */
function whyNoRef({ kind, ref }) {
    if (kind === 'path')
        return (0, host_paths_ts_1.isPlainPath)(ref) ? undefined : host_paths_ts_1.TAKES_PATH;
    if (kind === 'netns')
        return (0, netns_links_ts_1.isNetnsName)(ref) ? undefined : netns_links_ts_1.TAKES_NETNS;
    if (ref.trim() === '')
        return 'takes a name or an id, and is blank: see whether the variable or the command that gives it is empty';
    if (CONTROLS.test(ref) || (kind !== 'network' && /\s/.test(ref)))
        return `takes one name or id, without blanks and line breaks; of many, one an option: ${ONE_EACH[kind]}`;
    return undefined;
}
const ID = /^[\w][\w.:@/[\]-]{0,199}$/;
/** What an id takes, in words. */
exports.TAKES_ID = 'takes 1 to 200 letters, digits and _ . : @ / [ ] -, a letter, digit or _ first';
const parseTopologyId = (text) => ID.test(text) ? text : undefined;
exports.parseTopologyId = parseTopologyId;
const SELECTOR = 'label=';
/** The `key=value` of `label=key=value`; `undefined` for anything wider. */
const parseSelector = (text) => text.startsWith(SELECTOR) ? (0, labels_ts_1.parseLabel)(text.slice(SELECTOR.length)) : undefined;
exports.parseSelector = parseSelector;
/** What a selector takes, in words. */
exports.TAKES_SELECTOR = 'takes exactly "label=KEY=VALUE", or {"label": "KEY=VALUE", "kinds": [of "container", "network", "volume"]}';
function readSelector(selector, field) {
    const label = typeof selector === 'string' ? (0, exports.parseSelector)(selector) : (0, labels_ts_1.parseLabel)(selector.label);
    const kinds = typeof selector === 'string' ? undefined : selector.kinds;
    return label === undefined ? undefined : { label, ...(kinds && { kinds }), field };
}
/** Reads the fields; a fault for each that is not valid. */
function parseSubmission(text) {
    const faults = [];
    const parse = (field, value, read, takes) => {
        const parsed = value === undefined ? undefined : read(value);
        if (value !== undefined && parsed === undefined)
            faults.push({ field, value, detail: takes });
        return parsed;
    };
    const id = parse('id', text.id, exports.parseTopologyId, exports.TAKES_ID);
    const stopTimeoutMs = parse('stopTimeout', text.stopTimeout, quantities_ts_1.parseDuration, `takes ${quantities_ts_1.TAKES_DURATION}`);
    const selectors = text.selectors.flatMap((selector, at) => {
        const field = `selectors[${at}]`;
        const read = readSelector(selector, field);
        const value = typeof selector === 'string' ? selector : selector.label;
        if (read === undefined)
            faults.push({ field, value, detail: exports.TAKES_SELECTOR });
        return read ?? [];
    });
    for (const member of text.members) {
        const detail = whyNoRef(member);
        if (detail !== undefined)
            faults.push({ field: member.field, value: member.ref, detail });
    }
    faults.push(...(0, submission_limits_ts_1.limitFaults)(text));
    if (text.members.length + text.selectors.length === 0 && text.id === undefined)
        faults.push({ field: 'containers', detail: 'at least one member or selector is needed' });
    const submission = {
        ...(id !== undefined && { id }),
        ...(text.name !== undefined && { name: text.name }),
        members: text.members,
        selectors,
        ...(stopTimeoutMs !== undefined && { stopTimeoutMs }),
        metadata: text.metadata ?? {},
        ...(text.engine !== undefined && { engine: text.engine }),
    };
    return { submission, faults };
}
