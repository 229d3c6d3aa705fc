"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.TAKES_SELECTOR = exports.parseSelector = exports.parseTopologyId = exports.TAKES_ID = exports.whyNoRef = exports.isSameRef = void 0;
exports.parseSubmission = parseSubmission;
const kinds_ts_1 = require("../kinds/kinds.js");
const labels_ts_1 = require("../text/labels.js");
const quantities_ts_1 = require("../text/quantities.js");
const submission_limits_ts_1 = require("./submission-limits.js");
const isSameRef = (a, b) => a.kind === b.kind && a.ref === b.ref && a.site === b.site;
exports.isSameRef = isSameRef;
/** Says in words what a reference takes, if the reference is not valid. */
const whyNoRef = ({ kind, ref }) => (0, kinds_ts_1.namingOf)(kind).whyNoRef(ref);
exports.whyNoRef = whyNoRef;
const ID = /^[\w][\w.:@/[\]-]{0,199}$/;
/** The form of an id, in words. */
exports.TAKES_ID = 'takes 1 to 200 letters, digits and _ . : @ / [ ] -, a letter, digit or _ first';
const parseTopologyId = (text) => ID.test(text) ? text : undefined;
exports.parseTopologyId = parseTopologyId;
const SELECTOR = 'label=';
/** The `key=value` of `label=key=value`; `undefined` for anything wider. */
const parseSelector = (text) => text.startsWith(SELECTOR) ? (0, labels_ts_1.parseLabel)(text.slice(SELECTOR.length)) : undefined;
exports.parseSelector = parseSelector;
/** The form of a selector, in words. */
exports.TAKES_SELECTOR = `takes exactly "label=KEY=VALUE", or {"label": "KEY=VALUE", "kinds": [of ${kinds_ts_1.LABELLED_KINDS.map((kind) => `"${kind}"`).join(', ')}], "engine": NAME}`;
function readSelector(selector, field) {
    const label = typeof selector === 'string' ? (0, exports.parseSelector)(selector) : (0, labels_ts_1.parseLabel)(selector.label);
    const { kinds, engine: site } = typeof selector === 'string' ? {} : selector;
    if (label === undefined)
        return undefined;
    return { label, ...(kinds && { kinds }), ...(site !== undefined && { site }), field };
}
/** Reads the fields, with one fault for each field that is not valid. */
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
        const detail = (0, exports.whyNoRef)(member);
        if (detail !== undefined)
            faults.push({ field: member.field, value: member.ref, detail });
    }
    const all = [...selectors, ...(text.stacks ?? [])];
    faults.push(...(0, submission_limits_ts_1.limitFaults)({ ...text, selectors: [...text.selectors, ...(text.stacks ?? [])] }));
    if (text.members.length + text.selectors.length + (text.stacks?.length ?? 0) === 0 && text.id === undefined)
        faults.push({ field: 'containers', detail: 'at least one member or selector is needed' });
    const submission = {
        ...(id !== undefined && { id }),
        ...(text.name !== undefined && { name: text.name }),
        members: text.members,
        selectors: all,
        ...(stopTimeoutMs !== undefined && { stopTimeoutMs }),
        metadata: text.metadata ?? {},
        ...(text.engine !== undefined && { engine: text.engine }),
    };
    return { submission, faults };
}
