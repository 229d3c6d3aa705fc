#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./src/domain/errors.js
/** The one table of what can go wrong: code, HTTP status, and what the problem document is titled. */
const errors_ERRORS = {
    'invalid-input': { status: 400, title: 'An input is not valid' },
    'invalid-submission': { status: 400, title: 'The submission is not valid' },
    'invalid-request': { status: 400, title: 'The request is not valid' },
    'not-supported': { status: 501, title: 'Not supported by this version' },
    'not-found': { status: 404, title: 'Not found' },
    'method-not-allowed': { status: 405, title: 'Not a method of this route' },
    'already-removed': { status: 409, title: 'The topology is already removed' },
    'already-submitted': { status: 409, title: 'The topology is already submitted' },
    'too-slow': { status: 408, title: 'The request took too long to arrive' },
    'too-large': { status: 413, title: 'The body is larger than 1 MiB' },
    refused: { status: 422, title: 'The submission is refused by protection' },
    'other-engine': { status: 422, title: 'The submission is meant for another engine' },
    'journal-failed': { status: 507, title: 'The journal could not be written' },
    closed: { status: 503, title: 'The agent has drained for the last time and takes nothing more' },
    'engine-failed': { status: 502, title: 'The engine did not answer as expected' },
    'engine-not-found': { status: 502, title: 'No Docker Engine was reached' },
    'agent-not-found': { status: 502, title: 'No agent was reached' },
    'agent-failed': { status: 500, title: 'The agent did not start' },
    internal: { status: 500, title: 'The agent made a mistake' },
};
/** Every error that a user can see. `message` is a sentence; `faults` has one entry for each thing that is wrong. */
class errors_TopoGcError extends Error {
    name = 'TopoGcError';
    code;
    faults;
    /** What the agent has answered, where the error is one of its answers. */
    problem;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.faults = options.faults ?? [];
        if (options.problem !== undefined)
            this.problem = options.problem;
    }
}
/** The sentence of any error, with the causes that add to it. */
function errors_describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.message || error.name;
    if (error.cause === undefined)
        return own;
    const cause = errors_describeError(error.cause);
    return own.includes(cause) ? own : `${own}: ${cause}`;
}
/** One line for a fault: `disk-threshold "12": takes N% used, SIZE free or off`. */
const describeFault = (fault) => `${fault.field}${fault.value === undefined ? '' : ` ${JSON.stringify(fault.value)}`}: ${fault.detail}`;

;// CONCATENATED MODULE: ./src/domain/version.js
/** That of package.json. */
const VERSION = '0.1.0';

;// CONCATENATED MODULE: external "node:stream/promises"
const promises_namespaceObject = require("node:stream/promises");
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = require("node:util");
;// CONCATENATED MODULE: ./src/entry/commands/interruptions.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** The signals that ask this process to end: none does so by itself, what has been started is drained first. */
class Interruptions {
    /** In the order in which they came. */
    signals = [];
    #listeners = new Set();
    constructor() {
        for (const signal of SIGNALS)
            process.on(signal, this.#take);
    }
    /** Calls back for each from now on, until what is returned is disposed of. */
    listen(listener) {
        this.#listeners.add(listener);
        return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
    }
    /** Resolves once there was one. */
    async first() {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            if (this.signals.length > 0)
                return;
            const { promise, resolve } = Promise.withResolvers();
            const _ = __addDisposableResource(env_1, this.listen(() => resolve()), false);
            await promise;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    [Symbol.dispose]() {
        for (const signal of SIGNALS)
            process.off(signal, this.#take);
    }
    #take = (signal) => {
        this.signals.push(signal);
        for (const listener of this.#listeners)
            listener(signal);
    };
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./src/domain/leak.js
const leakOf = (topology, { kind, id, name }, reason) => ({
    topology: topology.id,
    kind,
    id,
    name,
    reason,
});
/** `network web_1 of test_vlan: …`, one line. */
const describeLeak = (leak) => `${leak.kind} ${leak.name} of ${leak.topology}: ${leak.reason}`;

;// CONCATENATED MODULE: ./src/domain/collection.js
/** Why a collection ran. */
const TRIGGERS = (/* unused pure expression or super */ null && ([
    'disk',
    'memory',
    'cpu',
    'containers',
    'networks',
    'age',
    'idle',
    'ahead',
    'request',
    'drain',
    'recovery',
    'sweep',
]));
const NO_MEMBERS = { containers: 0, networks: 0, volumes: 0 };
const COUNTED = {
    container: 'containers',
    network: 'networks',
    volume: 'volumes',
    netns: 'links',
    path: 'paths',
    image: 'images',
};
function collection_addCounts(a, b) {
    const sum = { ...a };
    for (const name of Object.values(COUNTED))
        if (b[name] !== undefined)
            sum[name] = (a[name] ?? 0) + b[name];
    return sum;
}
/** What is left of `a` without `b`, which is a part of it. */
function subtractCounts(a, b) {
    const { links = 0, paths = 0, ...rest } = a;
    const left = { links: links - (b.links ?? 0), paths: paths - (b.paths ?? 0) };
    return {
        containers: rest.containers - b.containers,
        networks: rest.networks - b.networks,
        volumes: rest.volumes - b.volumes,
        ...(left.links > 0 && { links: left.links }),
        ...(left.paths > 0 && { paths: left.paths }),
    };
}
/** How many of each kind there are. */
function collection_countMembers(members) {
    const counts = { ...NO_MEMBERS };
    for (const { kind } of members)
        counts[COUNTED[kind]] = (counts[COUNTED[kind]] ?? 0) + 1;
    return counts;
}

;// CONCATENATED MODULE: ./src/domain/topology.js
const isHostKind = (kind) => kind === 'netns' || kind === 'path';
const isEngineKind = (kind) => !isHostKind(kind) && kind !== 'image';
/** By which field of a submission members of a kind are named. */
const FIELDS = {
    container: 'containers',
    network: 'networks',
    volume: 'volumes',
    netns: 'netns',
    path: 'paths',
};
/** From the furthest behind to the furthest ahead; a topology is in the state of its member furthest behind. */
const MEMBER_STATES = (/* unused pure expression or super */ null && ([
    'failed',
    'leased',
    'submitted',
    'stopping',
    'stopped',
    'removing',
    'removed',
    'dropped',
    'absent',
]));
const topology_memberKey = (member) => `${member.kind}:${member.id}`;
/**
 * A volume's name is its id, and a name can be taken again: it is the same only if it was created at the same time; a link
 * or a path, if it is the same file.
 */
const isSameMember = (a, b) => a.kind === b.kind &&
    a.id === b.id &&
    a.file === b.file &&
    (a.kind !== 'volume' || a.createdAt === b.createdAt || a.createdAtMoves === true);
/** True once nothing is left to be done for a member. */
const topology_isDone = (member) => member.state === 'removed' || member.state === 'dropped' || member.state === 'absent';
/** True of a shared member that was left to others who use it. */
const topology_isKept = (member) => member.state === 'removed' && member.error !== undefined;
const isPending = (topology) => topology.members.some((member) => !topology_isDone(member));
/** `absent` where all members are, else the state of the member furthest behind. */
function topology_topologyState(topology) {
    const ranks = topology.members.map((member) => MEMBER_STATES.indexOf(member.state));
    const present = ranks.filter((rank) => rank < MEMBER_STATES.indexOf('absent'));
    return MEMBER_STATES[Math.min(...present)] ?? 'absent';
}
/** ms between the stop signal and the kill. */
const topology_graceOf = (topology, member) => topology.stopTimeoutMs ?? member.graceMs ?? 0;
const membersOf = (topology, kind) => topology.members.filter((member) => member.kind === kind);

;// CONCATENATED MODULE: ./src/domain/history.js


const NO_HISTORY = { topologies: 0, removed: NO_MEMBERS, oneByOneMs: 0, collections: 0 };
/** Members that are gone, not those that were left to others; one that several topologies name counts once. */
function history_countRemoved(topologies) {
    const gone = new Map();
    for (const { members } of topologies)
        for (const member of members)
            if (member.state === 'removed' && member.error === undefined)
                gone.set(`${memberKey(member)} ${member.createdAt ?? ''}`, member);
    return countMembers(gone.values());
}

;// CONCATENATED MODULE: ./src/domain/time-saved.js

/** How much time the intervals cover together, in ms. */
function covered(intervals) {
    let end = Number.NEGATIVE_INFINITY;
    let total = 0;
    for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
        total += Math.max(0, to - Math.max(from, end));
        end = Math.max(end, to);
    }
    return total;
}
const interval = (from, to) => from === undefined || to === undefined ? [] : [{ from, to }];
/** True where a container ran until the end of its grace, and had to be killed. */
const time_saved_ignoredStop = (member, graceMs) => member.stoppingAt !== undefined &&
    member.stoppedAt !== undefined &&
    graceMs > 0 &&
    member.stoppedAt - member.stoppingAt >= graceMs;
/**
 * What teardown one by one would have taken, in ms, at the least: each grace that ran out counts in full, as one by one they
 * follow each other; all the rest counts once where it overlapped, as one by one it can't be quicker than side by side.
 */
function time_saved_oneByOneMs(topologies) {
    let graces = 0;
    const intervals = [];
    for (const topology of topologies)
        for (const member of topology.members.filter(isDone)) {
            const graceMs = graceOf(topology, member);
            intervals.push(...interval(member.removingAt, member.removedAt));
            if (time_saved_ignoredStop(member, graceMs))
                graces += graceMs;
            else
                intervals.push(...interval(member.stoppingAt, member.stoppedAt));
        }
    return graces + covered(intervals);
}

;// CONCATENATED MODULE: ./src/domain/report.js




const latest = (times) => times.length === 0 || times.includes(undefined) ? undefined : Math.max(...times);
function reportTopology(topology) {
    const present = topology.members.filter(({ state }) => state !== 'absent');
    const containers = present.filter(({ kind }) => kind === 'container');
    const stoppedAt = latest(containers.map((member) => member.stoppedAt ?? member.removedAt));
    const removedAt = latest(present.map((member) => member.removedAt));
    const names = (members) => members.map(({ name }) => name);
    return {
        id: topology.id,
        name: topology.name,
        state: topologyState(topology),
        submittedAt: topology.submittedAt,
        ...(stoppedAt !== undefined && { stoppedAt }),
        ...(removedAt !== undefined && { removedAt }),
        members: countMembers(present),
        ignoredStop: names(containers.filter((member) => ignoredStop(member, graceOf(topology, member)))),
        absent: names(topology.members.filter(({ state }) => state === 'absent')),
        kept: names(present.filter(isKept)),
        logs: containers.flatMap(({ name, savedLog }) => (savedLog ? { container: name, ...savedLog } : [])),
    };
}
/** Tells what was collected, when, why, and what it saved. */
function buildReport(ledger, context) {
    const { session, history } = ledger;
    if (session === undefined)
        throw new Error('a ledger without a session has nothing to report');
    const topologies = [...ledger.topologies.values()];
    return {
        version: 1,
        session,
        endedAt: context.endedAt,
        topologies: topologies.map(reportTopology),
        collections: ledger.collections,
        removed: addCounts(history.removed, countRemoved(topologies)),
        earlier: { topologies: history.topologies, collections: history.collections },
        leaks: ledger.outcome?.leaks ?? [],
        ...(ledger.outcome?.unconfirmed !== undefined && { unconfirmed: ledger.outcome.unconfirmed }),
        rejected: ledger.rejected,
        submissionMs: ledger.submissionMs,
        drainMs: ledger.drainMs,
        oneByOneMs: history.oneByOneMs + oneByOneMs(topologies),
        inputs: context.inputs,
    };
}
/** Whether anything is left, or that is not known. */
const isLeaking = ({ leaks, unconfirmed }) => leaks.length > 0 || unconfirmed !== undefined;
/** What the agent saved, in ms: one by one less what was waited for; never less than 0. */
const savedMs = ({ oneByOneMs: oneByOne, submissionMs, drainMs }, postMs = drainMs) => Math.max(0, oneByOne - submissionMs - postMs);

;// CONCATENATED MODULE: ../node_modules/pretty-bytes/index.js
const BYTE_UNITS = [
	'B',
	'kB',
	'MB',
	'GB',
	'TB',
	'PB',
	'EB',
	'ZB',
	'YB',
];

const BIBYTE_UNITS = [
	'B',
	'KiB',
	'MiB',
	'GiB',
	'TiB',
	'PiB',
	'EiB',
	'ZiB',
	'YiB',
];

const BIT_UNITS = [
	'b',
	'kbit',
	'Mbit',
	'Gbit',
	'Tbit',
	'Pbit',
	'Ebit',
	'Zbit',
	'Ybit',
];

const BIBIT_UNITS = [
	'b',
	'kibit',
	'Mibit',
	'Gibit',
	'Tibit',
	'Pibit',
	'Eibit',
	'Zibit',
	'Yibit',
];

// Indexed by `bits` and then `binary`, so the four unit systems are picked in one step.
const UNIT_SETS = [BYTE_UNITS, BIBYTE_UNITS, BIT_UNITS, BIBIT_UNITS];

/*
`Number#toString` switches to exponential notation outside the range [1e-6, 1e21) and `Intl.NumberFormat` drops every fraction digit past the 100 it accepts.
Byte counts read as plain decimal numbers, so both losses are undone here. Expects a finite, non-negative number.
*/
const toDecimalString = number => {
	if (number >= 1e-6 && number < 1e21) {
		return String(number);
	}

	const [mantissa, exponentString] = number.toExponential().split('e');
	const digits = mantissa.replace('.', '');
	const pointPosition = Number(exponentString) + 1;
	const isPositive = pointPosition > 0;
	const padded = isPositive ? digits.padEnd(pointPosition, '0') : '0'.repeat(1 - pointPosition) + digits;
	const integerPart = padded.slice(0, isPositive ? pointPosition : 1);
	const fractionPart = padded.slice(isPositive ? pointPosition : 1).replace(/0+$/, '');

	return fractionPart ? `${integerPart}.${fractionPart}` : integerPart;
};

/*
Formats the given number using `Number#toLocaleString`.
- If locale is a string or array, the value is expected to be a BCP 47 language tag or list of language tags (for example: `de`).
- If locale is true, the system default locale is used for translation.
- If locale is false or unspecified, formatting options are applied without localization; without options, the number is written out as plain digits.
*/
const toLocaleString = (number, locale, options) => {
	if (typeof locale === 'string' || Array.isArray(locale) || locale === true) {
		const locales = locale === true ? undefined : locale;

		if (options !== undefined) {
			return number.toLocaleString(locales, options);
		}

		// `Intl.NumberFormat` limits itself to 3 *fraction* digits while the default here is 3 *significant* digits, so the limit comes from the value.
		const text = toDecimalString(number);
		const pointIndex = text.indexOf('.');
		const maximumFractionDigits = pointIndex === -1 ? 0 : text.length - pointIndex - 1;

		// `Intl.NumberFormat` accepts at most 100 fraction digits. Rounding to 3 significant digits only needs more than that for absurdly small values, which are written out as plain digits instead.
		if (maximumFractionDigits > 100) {
			return text;
		}

		return number.toLocaleString(locales, {maximumFractionDigits});
	}

	if (options === undefined) {
		return toDecimalString(number);
	}

	return number.toLocaleString('en-US', {...options, useGrouping: false});
};

const log10 = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log10(numberOrBigInt);
	}

	const string = numberOrBigInt.toString(10);

	// A `number` only holds about 15 significant digits, so the remaining digits cannot move the magnitude. The result can still land exactly on a unit boundary, which the caller corrects for.
	return string.length + Math.log10(`0.${string.slice(0, 15)}`);
};

const log = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log(numberOrBigInt);
	}

	return log10(numberOrBigInt) * Math.log(10);
};

/*
A `bigint` that a `number` can hold exactly is divided the same way, so the output never depends on which type it was given as.
`floor(a / b) + (a % b) / b` is a different double than `a / b`, which flips the rounding at ties like 1805 bytes.
*/
const divide = (numberOrBigInt, base, exponent) => {
	const divisor = base ** exponent;

	if (typeof numberOrBigInt === 'number' || numberOrBigInt <= Number.MAX_SAFE_INTEGER) {
		return Number(numberOrBigInt) / divisor;
	}

	// `divisor` is not exact for every unit, as `1000 ** 8` is not `1e24`, so the exact divisor is rebuilt from the base and the exponent.
	const bigintDivisor = BigInt(base) ** BigInt(exponent);
	const integerPart = numberOrBigInt / bigintDivisor;
	const remainder = numberOrBigInt % bigintDivisor;

	return Number(integerPart) + (Number(remainder) / divisor);
};

/*
The plain decimal digits of a scaled value that no `number` can hold. `Intl.NumberFormat` is not involved, so the output carries no grouping or localized separator, the same as the fallback for a value with more fraction digits than it accepts.
*/
const toUnrepresentableString = (number, base, exponent, localeOptions) => {
	const scale = BigInt(base) ** BigInt(exponent);
	const whole = number / scale;

	// The 3 significant digit default never bites here: it only ever rounds to at least as many digits as the value has integers, and this one has far more than 3.
	if (localeOptions === undefined) {
		return whole.toString();
	}

	// The fraction digit options take over from that default, so the integer part stays exact and the fraction is truncated.
	const minimumFractionDigits = localeOptions.minimumFractionDigits ?? 0;
	const maximumFractionDigits = Math.max(localeOptions.maximumFractionDigits ?? 3, minimumFractionDigits);
	const truncated = ((number % scale) * (10n ** BigInt(maximumFractionDigits)) / scale).toString().padStart(maximumFractionDigits, '0');
	const fraction = truncated.replace(/0+$/, '').padEnd(minimumFractionDigits, '0');

	return fraction ? `${whole}.${fraction}` : whole.toString();
};

/*
The sign to print in front of the number. A difference of exactly zero gets a space instead of a plus sign, for better alignment. `0 === 0n` is `false`, so both are compared.
*/
const signOf = (number, signed) => {
	if (number < 0) {
		return '-';
	}

	if (!signed) {
		return '';
	}

	return number === 0 || number === 0n ? ' ' : '+';
};

const assertFixedWidth = fixedWidth => {
	if (fixedWidth !== undefined && (typeof fixedWidth !== 'number' || !Number.isSafeInteger(fixedWidth) || fixedWidth < 0)) {
		throw new TypeError(`Expected fixedWidth to be a non-negative integer, got ${typeof fixedWidth}: ${fixedWidth}`);
	}
};

/*
`Intl.NumberFormat` silently truncates non-integers, so they are rejected here instead of quietly changing the output.
*/
const assertFractionDigits = (name, value) => {
	if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100)) {
		throw new TypeError(`Expected ${name} to be an integer between 0 and 100, got ${typeof value}: ${value}`);
	}
};

const buildLocaleOptions = options => {
	const {minimumFractionDigits, maximumFractionDigits} = options;

	if (minimumFractionDigits === undefined && maximumFractionDigits === undefined) {
		return undefined;
	}

	assertFractionDigits('minimumFractionDigits', minimumFractionDigits);
	assertFractionDigits('maximumFractionDigits', maximumFractionDigits);

	// Checked here rather than left to `Intl.NumberFormat`, which is skipped for a value past the number range.
	if (minimumFractionDigits > maximumFractionDigits) {
		throw new RangeError(`Expected minimumFractionDigits (${minimumFractionDigits}) to not be greater than maximumFractionDigits (${maximumFractionDigits})`);
	}

	return {
		...(minimumFractionDigits !== undefined && {minimumFractionDigits}),
		...(maximumFractionDigits !== undefined && {maximumFractionDigits}),
		roundingMode: 'trunc',
	};
};

function prettyBytes(number, options) {
	if (typeof number !== 'bigint' && !Number.isFinite(number)) {
		throw new TypeError(`Expected a finite number, got ${typeof number}: ${number}`);
	}

	options = {
		bits: false,
		binary: false,
		space: true,
		nonBreakingSpace: false,
		...options,
	};

	assertFixedWidth(options.fixedWidth);
	const localeOptions = buildLocaleOptions(options);

	// Indexed by `bits` then `binary`, so the four combinations line up in one table.
	const UNITS = UNIT_SETS[(options.bits ? 2 : 0) + (options.binary ? 1 : 0)];

	const separator = options.space ? (options.nonBreakingSpace ? '\u00A0' : ' ') : '';

	// Normalize `-0` to `0` so it never formats as `-0`.
	if (Object.is(number, -0)) {
		number = 0;
	}

	const prefix = signOf(number, options.signed);

	if (number < 0) {
		number = -number;
	}

	const base = options.binary ? 1024 : 1000;

	let exponent = 0;
	if (number >= 1) {
		exponent = Math.min(Math.floor(options.binary ? log(number) / Math.log(base) : log10(number) / 3), UNITS.length - 1);
	}

	// A `number` always scales down to something a `number` can hold, and a `bigint` stops being able to once the quotient passes `Number.MAX_VALUE`, where `divide` overflows to `Infinity` and the exact quotient is formatted instead.
	const scaled = divide(number, base, exponent);

	let numberString;
	if (Number.isFinite(scaled)) {
		number = scaled;

		// A value that sits just below a unit boundary, like `999999999999999` bytes, has a `log10` that rounds up to the boundary itself, so the exponent has to be corrected back.
		if (number < 1 && exponent > 0) {
			number *= base;
			exponent -= 1;
		}

		if (!localeOptions) {
			const minimumPrecision = Math.max(3, Math.floor(number).toString().length);
			number = Number(number.toPrecision(minimumPrecision));

			if (number >= base && exponent < UNITS.length - 1) {
				number /= base;
				exponent += 1;
			}
		}

		numberString = toLocaleString(number, options.locale, localeOptions);
	} else {
		// The scaled value is past what a `number` can hold, so the exact quotient is written out instead.
		numberString = toUnrepresentableString(number, base, exponent, localeOptions);
	}

	const result = prefix + numberString + separator + UNITS[exponent];
	return result.padStart(options.fixedWidth ?? 0);
}

;// CONCATENATED MODULE: ../node_modules/pretty-ms/index.js
const isZero = value => value === 0 || value === 0n;
const pluralize = (word, count) => (count === 1 || count === 1n) ? word : `${word}s`;

const ONE_SECOND_IN_MILLISECONDS = 1000n;
const ONE_MINUTE_IN_MILLISECONDS = 60n * ONE_SECOND_IN_MILLISECONDS;
const ONE_HOUR_IN_MILLISECONDS = 60n * ONE_MINUTE_IN_MILLISECONDS;
const ONE_DAY_IN_MILLISECONDS = 24n * ONE_HOUR_IN_MILLISECONDS;
const MAX_DECIMAL_DIGITS = 100; // The same limit as `Number#toFixed()`, which keeps the output a sensible size.

// A negative or fractional count is not a digit count, and a `NaN` count would leak into the output as `NaN`.
const decimalDigits = (value, defaultValue) => typeof value === 'number' && !Number.isNaN(value)
	? Math.min(Math.max(Math.trunc(value), 0), MAX_DECIMAL_DIGITS)
	: defaultValue;

// The duration as the exact fraction `value / scale` milliseconds, so every field can be derived with exact BigInt arithmetic.
// An integer is exact at any size, including a number past the safe range. A fractional number is rounded to 15 significant digits, counting the whole duration, as that is all the precision a double has. This turns float noise back into the intended value: `0.57 * 100_000` is `56999.99999999999`, which is read as `57000`, and `999.9999999999999` is read as `1000`. Digits past the 15th are rounded away, so they are not exact.
const toExactMilliseconds = milliseconds => {
	// eslint-disable-next-line unicorn/prefer-number-is-safe-integer -- An integer past the safe range is still exact.
	if (typeof milliseconds === 'bigint' || Number.isInteger(milliseconds)) {
		return {value: BigInt(milliseconds), scale: 1n};
	}

	const [significand, exponent = '0'] = milliseconds.toPrecision(15).split('e', 2);
	const [whole, fraction = ''] = significand.split('.', 2);
	const digits = BigInt(whole + fraction);
	const decimals = fraction.length - Number(exponent);

	// From `1e15` up, the 15 digits end before the decimal point, so the exponent is positive. The fraction is then dropped and the duration is rounded to the nearest 10 milliseconds. A number from `2 ** 52` up is always an integer, so this only applies below that.
	return decimals < 0
		? {value: digits * (10n ** BigInt(-decimals)), scale: 1n}
		: {value: digits, scale: 10n ** BigInt(decimals)};
};

// Places the decimal point in a count of steps of `10 ** -digits`.
const formatSteps = (steps, digits) => {
	if (digits === 0) {
		return String(steps);
	}

	const padded = String(steps).padStart(digits + 1, '0');
	return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
};

function prettyMilliseconds(milliseconds, options) {
	const isBigInt = typeof milliseconds === 'bigint';
	if (!isBigInt && !Number.isFinite(milliseconds)) {
		throw new TypeError('Expected a finite number or bigint');
	}

	options = {...options};

	const sign = milliseconds < 0 ? '-' : '';
	// eslint-disable-next-line unicorn/prefer-math-abs -- `Math.abs()` throws on a bigint, and the bigint path reaches here.
	milliseconds = milliseconds < 0 ? -milliseconds : milliseconds; // Cannot use `Math.abs()` because of BigInt support.

	if (options.colonNotation) {
		options.compact = false;
		options.formatSubMilliseconds = false;
		options.separateMilliseconds = false;
		options.verbose = false;
		// Dropping a field from the right would change what the remaining fields mean: `1:01:01` would become `1:01`, which reads as 1 minute.
		options.unitCount = undefined;
	}

	if (options.compact) {
		options.unitCount = 1;
		options.secondsDecimalDigits = 0;
		options.millisecondsDecimalDigits = 0;
	}

	let result = [];

	const add = (value, long, short, valueString) => {
		// Colon notation always shows the minutes, and the hours too when the seconds are hidden, so the last fields read as `m:ss`, or as `h:mm` without the seconds. A duration under a minute keeps its seconds, so it reads as `h:mm:ss` there.
		const isAlwaysShown = options.colonNotation && (short === 'm' || (short === 'h' && options.hideSeconds));

		if (
			!isAlwaysShown
			&& (result.length === 0 || !options.colonNotation)
			&& isZero(value)) {
			return;
		}

		valueString ??= String(value);
		if (options.colonNotation) {
			const wholeDigits = valueString.includes('.') ? valueString.split('.', 1)[0].length : valueString.length;
			// The first field is not padded. The days after a year go up to 364, so they get 3 digits to keep the width.
			let minLength = 1;
			if (result.length > 0) {
				minLength = short === 'd' ? 3 : 2;
			}

			valueString = '0'.repeat(Math.max(0, minLength - wholeDigits)) + valueString;
		} else {
			valueString += options.verbose ? ' ' + pluralize(long, value) : short;
		}

		result.push(valueString);
	};

	const {value, scale} = toExactMilliseconds(milliseconds);
	const second = ONE_SECOND_IN_MILLISECONDS * scale;
	const minute = ONE_MINUTE_IN_MILLISECONDS * scale;
	const hour = ONE_HOUR_IN_MILLISECONDS * scale;
	const day = ONE_DAY_IN_MILLISECONDS * scale;

	// The days, hours, minutes, seconds, and sub-millisecond fields are floored from the exact value, so none of them can round up into the next unit. Only the milliseconds, when they are the last unit, are rounded (see below).
	const days = value / day;
	const hoursWithinDay = (value % day) / hour;
	const minutesWithinHour = (value % hour) / minute;

	if (options.hideYearAndDays) {
		add((days * 24n) + hoursWithinDay, 'hour', 'h');
	} else {
		if (options.hideYear) {
			add(days, 'day', 'd');
		} else {
			add(days / 365n, 'year', 'y');
			add(days % 365n, 'day', 'd');
		}

		add(hoursWithinDay, 'hour', 'h');
	}

	add(minutesWithinHour, 'minute', 'm');

	const secondsDecimalDigits = decimalDigits(options.secondsDecimalDigits, 1);
	const secondsStepsPerSecond = 10n ** BigInt(secondsDecimalDigits);

	// A duration under a minute has no coarser field, so hiding the seconds would leave nothing to carry its value.
	const hideSeconds = options.hideSeconds && value >= minute;

	// `subSecondsAsDecimals` moves the value into the seconds field, so it only applies when that field is rendered and can represent the value, at least one step of the seconds digits. Otherwise the value is lost.
	const canShowAsDecimalSeconds = options.subSecondsAsDecimals
		&& !hideSeconds
		&& value * secondsStepsPerSecond >= second;

	if (!hideSeconds) {
		const withinMinute = value % minute;

		if (
			options.separateMilliseconds
			|| options.formatSubMilliseconds
			|| (!canShowAsDecimalSeconds && !options.colonNotation && value < second)
		) {
			add(withinMinute / second, 'second', 's');

			if (options.formatSubMilliseconds) {
				// Floored to whole nanoseconds, the smallest unit shown. `formatSubMilliseconds` shows these as they are, so a duration under 1 nanosecond is `0ms` there.
				const subMillisecondNanoseconds = ((value % scale) * 1_000_000n) / scale;

				add((value % second) / scale, 'millisecond', 'ms');
				add(subMillisecondNanoseconds / 1000n, 'microsecond', 'µs');
				add(subMillisecondNanoseconds % 1000n, 'nanosecond', 'ns');
			} else {
				const millisecondsDecimalDigits
					= decimalDigits(options.millisecondsDecimalDigits, 0);
				const stepsPerMillisecond = 10n ** BigInt(millisecondsDecimalDigits);

				// Rounded half up in exact steps of the last digit, as a float sum of the parts can land a midpoint like `1.005` below it.
				let steps = ((2n * (value % second) * stepsPerMillisecond) + scale) / (2n * scale);

				// Under a second, the zero field is dropped entirely, so a nonzero duration is clamped to the smallest representable value instead of rounding down onto it. From a second up, the seconds field carries the value, so the milliseconds round normally.
				if (steps === 0n && value > 0n && value < second) {
					steps = 1n;
				}

				// The milliseconds are rounded, not floored, but never up to a full second, which would need the seconds field.
				const maximumSteps = (1000n * stepsPerMillisecond) - 1n;
				if (steps > maximumSteps) {
					steps = maximumSteps;
				}

				const millisecondsString = formatSteps(steps, millisecondsDecimalDigits);

				add(
					Number(millisecondsString),
					'millisecond',
					'ms',
					millisecondsString,
				);
			}
		} else {
			// Floored to the digit count, so the seconds never round up into the next step, or to `60s`.
			const secondsFixed = formatSteps((withinMinute * secondsStepsPerSecond) / second, secondsDecimalDigits);
			const secondsString = options.keepDecimalsOnWholeSeconds
				? secondsFixed
				: secondsFixed.replace(/\.0+$/v, '');
			add(Number(secondsString), 'second', 's', secondsString);
		}
	}

	const separator = options.colonNotation ? ':' : ' ';
	if (typeof options.unitCount === 'number') {
		// `Math.max()` propagates `NaN`, and `slice(0, NaN)` is an empty slice, which would drop every unit.
		result = result.slice(0, Math.max(options.unitCount, 1) || Infinity);
	}

	const output = result.length === 0
		? '0' + (options.verbose ? ' milliseconds' : 'ms')
		: result.join(separator);

	// Rounding can leave nothing but zeros behind, and a signed zero reads as a negative duration.
	return /[1-9]/v.test(output) ? sign + output : output;
}

;// CONCATENATED MODULE: ./src/domain/readings.js
/** What can run out there: its bytes, and its inodes where they are counted. */
function suppliesOf(space) {
    const { of, totalBytes, freeBytes, totalInodes, freeInodes } = space;
    const bytes = { of, unit: 'bytes', total: totalBytes, free: freeBytes, perByte: 1 };
    if (totalInodes === undefined || freeInodes === undefined)
        return [bytes];
    const perByte = totalBytes === 0 ? 0 : totalInodes / totalBytes;
    return [
        bytes,
        { of: `the inodes of ${of}`, unit: 'inodes', total: totalInodes, free: freeInodes, perByte },
    ];
}
/** 0 to 100. */
const usedPercent = ({ total, free }) => total === 0 ? 0 : 100 * (1 - free / total);
/** `CPU pressure 12 %`, `load a core 130 %`. */
const describeCpu = ({ by, percent }) => `${by === 'pressure' ? 'CPU pressure' : 'load a core'} ${percent.toFixed(0)} %`;
/** How busy the CPUs were between two looks, 0 to 100; `undefined` where no time has passed. */
function busyPercent(before, after) {
    const total = after.total - before.total;
    return total <= 0 ? undefined : (100 * Math.max(0, after.busy - before.busy)) / total;
}

;// CONCATENATED MODULE: ./src/adapters/report/figures.js



/** `1.2s`, `340ms`. */
const duration = (ms) => prettyMilliseconds(Math.round(ms), ms < 1000 ? {} : { secondsDecimalDigits: 1 });
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const topologies = (count) => (count === 1 ? '1 topology' : `${count} topologies`);
const collections = (count) => plural(count, 'collection');
/** `4 containers, 1 network`; `nothing`. */
const members = ({ containers, networks, volumes, links = 0, paths = 0, images = 0, }) => [
    ...(containers > 0 ? [plural(containers, 'container')] : []),
    ...(networks > 0 ? [plural(networks, 'network')] : []),
    ...(volumes > 0 ? [plural(volumes, 'volume')] : []),
    ...(links > 0 ? [plural(links, 'link')] : []),
    ...(paths > 0 ? [plural(paths, 'path')] : []),
    ...(images > 0 ? [plural(images, 'image')] : []),
].join(', ') || 'nothing';
/** Bytes as what is free of them or, of memory, as what is used; inodes as what is used. */
function supplies(kind, space) {
    return suppliesOf(space).map((supply) => {
        const word = supply.unit === 'inodes' ? 'inodes' : kind;
        const free = `${prettyBytes(supply.free, { binary: true, maximumFractionDigits: 1 })} free`;
        return [
            word === space.of ? word : `${word} ${space.of}`,
            word === 'disk' ? free : percent(usedPercent(supply), 'used'),
        ];
    });
}
const percent = (value, word) => `${value.toFixed(0)} % ${word}`;
/** The readings, each as `name value`; a name begins with the word that its threshold begins with. */
function readings(taken) {
    const { disk, memory, cpu, busyPercent, containers, networks } = taken;
    return [
        ...disk.flatMap((space) => supplies('disk', space)),
        ...memory.flatMap((space) => supplies('memory', space)),
        ...(cpu === undefined
            ? []
            : [['cpu', percent(cpu.percent, cpu.by === 'load' ? 'load a core' : 'pressure')]]),
        ...(busyPercent === undefined ? [] : [['busy', percent(busyPercent, 'of the CPU')]]),
        ['containers', `${containers} pending`],
        ...(networks === undefined ? [] : [['networks', `${networks} on the engine`]]),
    ];
}

;// CONCATENATED MODULE: ./src/adapters/report/one-line.js
/** One line, whatever control characters a name or the engine's words hold. */
const oneLine = (text) => 
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be replaced
text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');

;// CONCATENATED MODULE: ./src/adapters/report/plain-report.js





/** A line of a drain that is under way. */
const progressLine = ({ name, state, members: counts, left, elapsedMs, remainingMs, }) => `${duration(elapsedMs)}  ${oneLine(name)}: ${members(counts)} ${state}; ` +
    `left: ${topologies(left.topologies)}, ${members(left)}; time left: ${duration(remainingMs)}`;
/** What is left, and why, a line each; none where nothing is. */
const leakLines = ({ leaks, unconfirmed }) => [
    ...leaks.map((leak) => oneLine(describeLeak(leak))),
    ...(unconfirmed === undefined
        ? []
        : [oneLine(`the engine could not be asked whether anything is left: ${unconfirmed}`)]),
];
/** Where the logs of containers are, if they were saved, and which could not be. */
const logLines = ({ topologies: all }) => {
    const logs = all.flatMap((topology) => topology.logs);
    const files = logs.flatMap(({ file }) => file ?? []);
    const folders = new Set(files.map((file) => (0,external_node_path_namespaceObject.dirname)(file)));
    return [
        ...[...folders].map((folder) => `logs of containers: ${files.length} in ${folder}`),
        ...logs.flatMap(({ container, error }) => error === undefined ? [] : [`not saved whole: the log of container ${container}: ${error}`]),
    ];
};
/** The report in a few plain lines. */
const plainReport = (report) => [
    `${members(report.removed)} of ${topologies(report.earlier.topologies + report.topologies.length)} removed by ` +
        collections(report.earlier.collections + report.collections.length),
    ...report.collections.map(({ trigger, reason, removed, startedAt, endedAt }) => `  ${trigger}: ${members(removed)} in ${duration(endedAt - startedAt)} (${reason})`),
    `time saved: ${duration(savedMs(report))}, an estimate: one by one ${duration(report.oneByOneMs)} at the least, ` +
        `submissions ${duration(report.submissionMs)}, drains ${duration(report.drainMs)}`,
    ...logLines(report),
    ...report.rejected.map(({ file, error }) => `not taken: ${file} of the spool: ${error}`),
    ...leakLines(report).map((line) => `leak: ${line}`),
]
    .map(oneLine)
    .join('\n');

;// CONCATENATED MODULE: ./src/domain/input-lines.js
/** What an input of one thing a line holds, trimmed and without empty lines. */
const inputLines = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

;// CONCATENATED MODULE: ./src/domain/host-paths.js

/** What a path has to be, in words. */
const TAKES_PATH = 'takes an absolute path, no segment of it empty, "." or ".."';
/** Whether a text is the only way to write a path: what it is below can be told from the text alone. */
const isPlainPath = (text) => text.startsWith('/') &&
    !text.includes('\0') &&
    text
        .slice(1)
        .split('/')
        .every((segment) => !['', '.', '..'].includes(segment));
/** `path-roots`: one a line, without empty lines; `undefined` where one of them is no plain path, or `/`. */
function parsePathRoots(text) {
    const roots = inputLines(text);
    return roots.length > 0 && roots.every(isPlainPath) ? roots : undefined;
}
const isBelow = (path, folder) => path.startsWith(`${folder}/`);
/** True where the removal of one would touch the other. */
const overlap = (a, b) => a === b || isBelow(a, b) || isBelow(b, a);
/** The innermost of the roots that a path is below. */
const rootOf = (path, roots) => roots.filter((root) => isBelow(path, root)).sort((a, b) => b.length - a.length)[0];
/** Why the roots don't allow that a path is removed; `undefined` where they do. */
function whyOutside(path, roots) {
    if (!isPlainPath(path))
        return 'is no absolute path without empty segments, "." and ".."';
    if (roots.includes(path))
        return 'is one of the path-roots itself';
    const held = roots.find((root) => isBelow(root, path));
    if (held !== undefined)
        return `holds ${held}, one of the path-roots`;
    if (rootOf(path, roots) === undefined)
        return `is not below ${roots.join(' or ')} (path-roots)`;
    return undefined;
}
const STICKY = 0o1000;
const OTHERS_MAY_WRITE = 0o022;
/**
 * Why the way to a path can't be relied on; `undefined` where it can. Whoever may write a folder can put something else in
 * the place of what is in there, between the submission and the removal, and so choose what is removed. So each folder
 * has to belong to one of `owners` (root, and who runs the agent), and nobody else may write it: neither its group, of
 * which nobody can say here who is in it (an ACL shows in the group's bits as well), nor the world.
 *
 * The one exception is a sticky folder above the root, as `/tmp` is above `/tmp/topology`: others may put
 * things beside the root, but not move or replace what belongs to one of `owners`, and that the next folder on the way does is
 * asked as well. From the root down a sticky folder is no exception: there, others could make the very path before its owner does.
 * @param owners uids
 */
function whyNoWay(ancestor, owners) {
    const { path, isLink, owner, mode, isAboveRoot } = ancestor;
    if (isLink)
        return `${path}, on the way to it, is a symbolic link`;
    if (!owners.includes(owner))
        return `${path}, on the way to it, belongs to another user (uid ${owner})`;
    if ((mode & OTHERS_MAY_WRITE) === 0)
        return undefined;
    if (isAboveRoot && (mode & STICKY) !== 0)
        return undefined;
    return `others may write ${path}, on the way to it (mode ${mode.toString(8).padStart(4, '0')})`;
}

;// CONCATENATED MODULE: ./src/domain/labels.js

const LABEL = /^[^=\s]+=.+$/;
/** `key=value`, which is exactly one value of one key; `undefined` for anything wider. */
const parseLabel = (text) => (LABEL.test(text) ? text : undefined);
/** `sweep-labels`: one a line, each once, none where the text is empty; `undefined` where one of them is no `key=value`. */
function parseLabels(text) {
    const labels = [...new Set(inputLines(text))];
    return labels.every((label) => parseLabel(label) !== undefined) ? labels : undefined;
}

;// CONCATENATED MODULE: ./src/domain/quantities.js
const SIZE_UNITS = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
const DURATION_UNITS = { ms: 1, s: 1e3, m: 60e3, h: 3600e3 };
/** Longer than that, a timer of JavaScript fires at once (2^31 ms). */
const LONGEST_MS = 24 * 3600e3;
const QUANTITY = /^(\d{1,15}(?:\.\d{1,9})?) ?([a-zA-Z]+)$/;
function quantity(text, units) {
    const [, digits, unit] = QUANTITY.exec(text.trim()) ?? [];
    const factor = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
    return factor === undefined ? undefined : Number(digits) * factor;
}
/** `512MiB`, `10GB`, `1.5GiB` in bytes; KB, MB, GB, TB are powers of 1000. `undefined` for anything else. */
function parseSize(text) {
    const bytes = quantity(text, SIZE_UNITS);
    return bytes === undefined ? undefined : Math.round(bytes);
}
/** `500ms`, `10s`, `2m`, `1h` in ms, at most a day. `undefined` for anything else. */
function parseDuration(text) {
    const ms = quantity(text, DURATION_UNITS);
    return ms === undefined || ms > LONGEST_MS ? undefined : Math.round(ms);
}
/** `85%`, from 0 (excluded) to 100. `undefined` for anything else. */
function parsePercent(text) {
    const [, digits] = /^(\d{1,3}(?:\.\d{1,3})?) ?%$/.exec(text.trim()) ?? [];
    const percent = Number(digits);
    return digits === undefined || percent <= 0 || percent > 100 ? undefined : percent;
}
/** A whole number from 1 to 1,000,000. `undefined` for anything else. */
function parseCount(text) {
    const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
    return count >= 1 && count <= 1e6 ? count : undefined;
}

;// CONCATENATED MODULE: ./src/domain/settings.js




/** From 4 to 8 at once are fastest, from 16 on it is slower (docs/performance.md). */
const AUTO_CONCURRENCY = 8;
const OFF = { kind: 'off' };
const isOff = (text) => text.trim() === 'off';
function parseSpaceLimit(text) {
    if (isOff(text))
        return OFF;
    const [, amount, word] = /^(.+?)\s*(used|free)?$/.exec(text.trim()) ?? [];
    if (amount === undefined)
        return undefined;
    const percent = word === 'free' ? undefined : parsePercent(amount);
    if (percent !== undefined)
        return { kind: 'used', percent };
    const bytes = word === 'free' ? parseSize(amount) : undefined;
    return bytes === undefined ? undefined : { kind: 'free', bytes };
}
function parsePercentLimit(text) {
    if (isOff(text))
        return OFF;
    const percent = parsePercent(text);
    return percent === undefined ? undefined : { kind: 'percent', percent };
}
function parseCountLimit(text) {
    if (isOff(text))
        return OFF;
    const count = parseCount(text);
    return count === undefined ? undefined : { kind: 'count', count };
}
const atLeast = (least) => (text) => {
    const ms = parseDuration(text);
    return ms !== undefined && ms >= least ? ms : undefined;
};
function parseDurationLimit(text) {
    if (isOff(text))
        return OFF;
    const ms = atLeast(1000)(text);
    return ms === undefined ? undefined : { kind: 'duration', ms };
}
const parseBoolean = (text) => /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;
const oneOf = (...words) => (text) => words.find((word) => word === text);
const space = (fallback) => ({
    fallback,
    takes: '"N%" used, "SIZE free" or "off"',
    parse: parseSpaceLimit,
});
const count = (fallback) => ({
    fallback,
    takes: 'a count or "off"',
    parse: parseCountLimit,
});
const settings_percent = { fallback: 'off', takes: '"N%" or "off"', parse: parsePercentLimit };
const INPUTS = {
    'disk-threshold': space('4GiB free'),
    'memory-threshold': space('85%'),
    'cpu-threshold': settings_percent,
    'container-threshold': count('100'),
    'network-threshold': count('24'),
    'age-threshold': {
        fallback: 'off',
        takes: 'a duration from "1s" on, or "off"',
        parse: parseDurationLimit,
    },
    'idle-collect': settings_percent,
    reclaim: { fallback: 'all', takes: '"all" or "enough"', parse: oneOf('all', 'enough') },
    'poll-interval': { fallback: '2s', takes: 'a duration from "100ms" on', parse: atLeast(100) },
    'stop-timeout': {
        fallback: '',
        takes: 'a duration such as "2s", or nothing for the container\'s own',
        parse: (text) => (text === '' ? 'own' : parseDuration(text)),
    },
    concurrency: {
        fallback: 'auto',
        takes: 'a count or "auto"',
        parse: (text) => (text === 'auto' ? AUTO_CONCURRENCY : parseCount(text)),
    },
    'drain-timeout': { fallback: '4m', takes: 'a duration from "5s" on', parse: atLeast(5000) },
    'on-leak': { fallback: 'fail', takes: '"fail" or "warn"', parse: oneOf('fail', 'warn') },
    'sweep-labels': {
        fallback: '',
        takes: 'labels KEY=VALUE, one a line, each with exactly one value',
        parse: parseLabels,
    },
    protect: { fallback: 'true', takes: '"true" or "false"', parse: parseBoolean },
    'path-roots': {
        fallback: '/tmp/topology',
        takes: 'absolute paths, one a line, no segment of them empty, "." or "..", and not "/" itself',
        parse: parsePathRoots,
    },
    'docker-host': {
        fallback: '',
        takes: 'unix://PATH or tcp://HOST:PORT',
        parse: (text) => (/^(unix:\/\/\/.+|tcp:\/\/[^/]+)?$/.test(text) ? text : undefined),
    },
    'remove-images': { fallback: 'never', takes: '"never" or "pulled"', parse: oneOf('never', 'pulled') },
    'save-logs': { fallback: 'never', takes: '"never" or "always"', parse: oneOf('never', 'always') },
    summary: { fallback: 'true', takes: '"true" or "false"', parse: parseBoolean },
};
/** What people may set, in the order of the table: what it takes, in words, and its default. */
const INPUT_TABLE = Object.entries(INPUTS).map(([name, { takes, fallback }]) => ({ name, takes, fallback }));
const INPUT_NAMES = Object.keys(INPUTS);
/** What the inputs come to, by name: what was given, else the default. */
function withDefaults(raw) {
    return Object.fromEntries(INPUT_TABLE.map(({ name, fallback }) => [name, raw[name]?.trim() || fallback]));
}
/**
 * Reads all inputs, an empty or missing one being its default.
 * @throws TopoGcError `invalid-input`, with a fault for each input that is wrong.
 */
function parseSettings(raw) {
    const faults = [];
    const parsed = {};
    const texts = withDefaults(raw);
    for (const [name, input] of Object.entries(INPUTS)) {
        const text = texts[name] ?? '';
        const value = input.parse(text);
        if (value === undefined)
            faults.push({ field: name, value: text, detail: `takes ${input.takes}` });
        parsed[name] = value;
    }
    if (faults.length > 0) {
        const lines = faults.map((fault) => `\n  ${describeFault(fault)}`).join('');
        throw new errors_TopoGcError('invalid-input', `Nothing was started, as inputs are not valid:${lines}`, {
            faults,
        });
    }
    return toSettings(parsed);
}
function toSettings(inputs) {
    return {
        limits: {
            disk: inputs['disk-threshold'],
            memory: inputs['memory-threshold'],
            cpu: inputs['cpu-threshold'],
            containers: inputs['container-threshold'],
            networks: inputs['network-threshold'],
            age: inputs['age-threshold'],
            idle: inputs['idle-collect'],
        },
        reclaim: inputs.reclaim,
        pollIntervalMs: inputs['poll-interval'],
        ...(inputs['stop-timeout'] !== 'own' && { stopTimeoutMs: inputs['stop-timeout'] }),
        concurrency: inputs.concurrency,
        drainTimeoutMs: inputs['drain-timeout'],
        onLeak: inputs['on-leak'],
        sweepLabels: inputs['sweep-labels'],
        protect: inputs.protect,
        pathRoots: inputs['path-roots'],
        ...(inputs['docker-host'] && { dockerHost: inputs['docker-host'] }),
        removeImages: inputs['remove-images'],
        saveLogs: inputs['save-logs'] === 'always',
        summary: inputs.summary,
    };
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = require("node:stream");
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = require("node:stream/consumers");
;// CONCATENATED MODULE: ./src/domain/lines.js
/** The lines of a text that arrives in pieces, without their ends; what follows the last end is no line. */
async function* linesOf(chunks) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
}

;// CONCATENATED MODULE: ./src/domain/ports.js
/** What the engine said when it did not do what it was asked, in its own words. */
class ports_EngineError extends Error {
    name = 'EngineError';
    fault;
    constructor(fault, message, cause) {
        super(message, { cause });
        this.fault = fault;
    }
}
/** Why something of the host is not removed, to be read after its name and a colon. */
class HostError extends Error {
    name = 'HostError';
    fault;
    constructor(fault, message) {
        super(message);
        this.fault = fault;
    }
}

;// CONCATENATED MODULE: ./src/domain/problem.js


const PROBLEM_TYPE = 'application/problem+json';
function asTopoGcError(error) {
    if (error instanceof TopoGcError)
        return error;
    if (error instanceof EngineError)
        return new TopoGcError('engine-failed', describeError(error));
    return new TopoGcError('internal', describeError(error), { cause: error });
}
/** Any error as its problem document. */
function toProblem(error) {
    const known = asTopoGcError(error);
    return {
        type: `urn:topo-gc:error:${known.code}`,
        ...ERRORS[known.code],
        detail: describeError(known),
        code: known.code,
        errors: known.faults,
    };
}
/** The error that a problem document tells of. */
function fromProblem(problem) {
    const code = problem.code !== undefined && Object.hasOwn(errors_ERRORS, problem.code) ? problem.code : 'internal';
    return new errors_TopoGcError(code, problem.detail ?? problem.title ?? 'The agent answered with an error', {
        faults: problem.errors ?? [],
        problem,
    });
}

;// CONCATENATED MODULE: ./src/domain/drain-lines.js


/**
 * Reads a drain's answer to its report.
 * @throws TopoGcError the problem that it ended with; Error where it ended with neither
 */
async function readDrain(chunks, onProgress) {
    for await (const text of linesOf(chunks)) {
        const line = JSON.parse(text);
        if (line.type === 'report')
            return line.report;
        if (line.type === 'problem')
            throw fromProblem(line.problem);
        onProgress(line);
    }
    throw new Error('the answer ended before the report');
}

;// CONCATENATED MODULE: ./src/domain/event-lines.js

const DATA = 'data: ';
/** Reads the answer of `GET /v1/events`, server-sent events of one `data` line each, as they arrive. */
async function* readEvents(chunks) {
    for await (const line of linesOf(chunks)) {
        if (line.startsWith(DATA))
            yield JSON.parse(line.slice(DATA.length));
    }
}

;// CONCATENATED MODULE: ./src/adapters/ipc/agent-client.js








/** A client of an agent. Its errors are TopoGcErrors: the agent's own, or `agent-not-found` where none answers. */
class AgentClient {
    #socketPath;
    #agent = new external_node_http_namespaceObject.Agent({ keepAlive: true });
    constructor(socketPath) {
        this.#socketPath = socketPath;
    }
    async get(path, options = {}) {
        return this.#read(await this.#send('GET', path, options));
    }
    async post(path, options = {}) {
        return this.#read(await this.#send('POST', path, options));
    }
    async delete(path, options = {}) {
        return this.#read(await this.#send('DELETE', path, options));
    }
    /**
     * Asks for something that lasts as long as the connection does, which keeps no process alive.
     * @returns the first line of the answer, read as JSON
     */
    async hold(path, options = {}) {
        const response = await this.#send('POST', path, options);
        response.socket.unref();
        const lines = linesOf(response);
        try {
            const { value } = await lines.next();
            return JSON.parse(value ?? '');
        }
        catch (error) {
            throw this.#lost(error);
        }
    }
    /** Listens; what happens from the moment on at which it resolves is told. The signal ends the iteration with its reason. */
    async events(signal) {
        const response = await this.#send('GET', '/v1/events', {});
        if (signal !== undefined)
            (0,external_node_stream_namespaceObject.addAbortSignal)(signal, response);
        return this.#tell(response, signal);
    }
    async *#tell(response, signal) {
        try {
            yield* readEvents(response);
        }
        catch (error) {
            throw signal?.aborted ? signal.reason : this.#lost(error);
        }
    }
    /** Drains, telling of the progress. */
    async drain({ final, budgetMs, timeoutMs, onProgress, signal }) {
        const query = new URLSearchParams({
            final: String(final),
            ...(budgetMs && { budgetMs: String(budgetMs) }),
        });
        const options = timeoutMs === undefined ? {} : { timeoutMs };
        const response = await this.#send('POST', `/v1/drain?${query}`, options);
        if (signal !== undefined)
            (0,external_node_stream_namespaceObject.addAbortSignal)(signal, response);
        try {
            return await readDrain(response, onProgress);
        }
        catch (error) {
            throw error instanceof errors_TopoGcError ? error : this.#lost(error);
        }
    }
    close() {
        this.#agent.destroy();
    }
    async #read(response) {
        try {
            return (await (0,consumers_namespaceObject.json)(response));
        }
        catch (error) {
            throw this.#lost(error);
        }
    }
    /** Resolves when an answer begins that is no problem. */
    async #send(method, path, options) {
        const response = await this.#request(method, path, options);
        if ((response.statusCode ?? 500) < 400)
            return response;
        throw fromProblem((await this.#read(response)) ?? {});
    }
    #request(method, path, { body, timeoutMs }) {
        const text = body === undefined ? '' : JSON.stringify(body);
        return new Promise((resolve, reject) => {
            const request = (0,external_node_http_namespaceObject.request)({
                agent: this.#agent,
                socketPath: this.#socketPath,
                method,
                path,
                headers: {
                    host: 'topo-gc',
                    'content-type': 'application/json',
                    'content-length': Buffer.byteLength(text),
                },
                ...(timeoutMs !== undefined && { timeout: timeoutMs }),
            }, (response) => {
                request.setTimeout(0);
                resolve(response);
            });
            request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
            request.on('error', (cause) => reject(this.#lost(cause)));
            request.end(text);
        });
    }
    #lost(cause) {
        return new errors_TopoGcError('agent-not-found', `No agent answers at ${this.#socketPath}`, { cause });
    }
}

;// CONCATENATED MODULE: ./src/entry/client/agent.js


/** How long an agent may take to begin its answer to a submission or a lease, in ms. */
const PATIENCE_MS = 2_000;
/** A client of the agent, to be closed. @throws TopoGcError `agent-not-found` where nothing says where it is */
function agent_openClient({ socket = process.env.TOPO_GC_SOCKET }) {
    if (socket)
        return new AgentClient(socket);
    throw new errors_TopoGcError('agent-not-found', 'TOPO_GC_SOCKET is not set: start an agent by the action, or by `topo-gc run -- COMMAND`');
}
/** Talks to the agent. @throws TopoGcError the agent's own, `agent-not-found` */
async function agent_withAgent(address, talk) {
    const client = agent_openClient(address);
    try {
        return await talk(client);
    }
    finally {
        client.close();
    }
}

;// CONCATENATED MODULE: ./src/entry/client/observe.js

/** Readings beside thresholds, and counts. @throws TopoGcError `agent-not-found` */
function observe_status(address = {}) {
    return agent_withAgent(address, (client) => client.get('/v1/status'));
}
/** One topology. @throws TopoGcError `not-found`, `agent-not-found` */
function topology(id, address = {}) {
    return withAgent(address, (client) => client.get(`/v1/topologies/${encodeURIComponent(id)}`));
}
/** The oldest first, leases included; with `pending` those that are submitted and not yet removed. */
function observe_topologies(options = {}) {
    const { pending, ...address } = options;
    const path = pending ? '/v1/topologies?state=pending' : '/v1/topologies';
    return agent_withAgent(address, (client) => client.get(path));
}
/**
 * Everything that happens from the moment on at which it resolves: `for await (const event of await events()) …`. It ends
 * with the agent, or when the loop is left.
 * @throws TopoGcError `agent-not-found`, also where the agent is lost; the signal's reason
 */
async function events(options = {}) {
    const { signal, ...address } = options;
    const client = openClient(address);
    try {
        const happening = await client.events(signal);
        return untilLeft(happening, () => client.close());
    }
    catch (error) {
        client.close();
        throw error;
    }
}
async function* untilLeft(happening, close) {
    try {
        yield* happening;
    }
    finally {
        close();
    }
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: ./src/adapters/process/drain-process.js



/**
 * Drains in place of an agent that is dead, from its journal, in a process of its own: whatever hangs there can be ended.
 * @throws TopoGcError what the drain ended with; Error where it ended without a word
 */
async function drainInPlace({ script, stateFolder, budgetMs, trigger, log, onProgress, signal, }) {
    const output = (0,external_node_fs_namespaceObject.openSync)(log, 'a', 0o600);
    const child = (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [script, stateFolder, '--drain', String(Math.ceil(budgetMs)), '--trigger', trigger], {
        stdio: ['ignore', 'pipe', output],
        signal,
        killSignal: 'SIGKILL',
    });
    (0,external_node_fs_namespaceObject.closeSync)(output);
    const failed = new Promise((_, reject) => child.once('error', reject));
    return Promise.race([readDrain(child.stdio[1], onProgress), failed]);
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./src/adapters/process/process-identity.js


const bootId = () => (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
/** `undefined` where there is no such process, or only what a dead one leaves until its parent looks. */
function identifyProcess(pid) {
    try {
        const stat = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The command's name stands in parentheses and may hold anything.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const [state, startTime] = [fields[0], fields[19]];
        if (state === 'Z' || state === 'X' || startTime === undefined)
            return undefined;
        return { pid, startTime, bootId: bootId() };
    }
    catch {
        return undefined;
    }
}
function isAlive(identity) {
    const now = identifyProcess(identity.pid);
    return now !== undefined && now.startTime === identity.startTime && now.bootId === identity.bootId;
}
/** How long a process may take to end by itself, and how often it is looked at, in ms. */
const GRACE_MS = 500;
const LOOK_MS = 20;
/** Waits for a process to end by itself. @returns whether it did, within that many ms */
async function untilEnded(identity, ms) {
    const deadline = performance.now() + ms;
    while (isAlive(identity)) {
        if (performance.now() > deadline)
            return false;
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(LOOK_MS);
    }
    return true;
}
/** Between two looks at a process that may live long, in ms. */
const WATCH_MS = 500;
/** Resolves when a process is gone; this one may end before. */
async function untilGone(identity) {
    while (isAlive(identity))
        await sleep(WATCH_MS, undefined, { ref: false });
}
/** Ends a process by SIGTERM, and by SIGKILL where that does not do. @returns whether it was alive */
async function endProcess(identity) {
    if (!isAlive(identity))
        return false;
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        if (isAlive(identity))
            process.kill(identity.pid, signal);
        if (await untilEnded(identity, GRACE_MS))
            break;
    }
    return true;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./src/adapters/docker/engine-identity.js

/** The versions of the engine's API that this program speaks, from Docker 19.03 to 28. */
const SPOKEN = { min: '1.40', max: '1.51' };
/**
 * Who an engine is, from its answers to `/version` and `/info`.
 * @throws Error where an answer is not that of a Docker Engine.
 * @throws TopoGcError `engine-failed` where the two have no version of the API in common.
 */
function toIdentity(host, version, info) {
    const range = { min: engine_identity_text(version, 'MinAPIVersion', SPOKEN.min), max: engine_identity_text(version, 'ApiVersion') };
    const time = engine_identity_text(info, 'SystemTime');
    return {
        id: engine_identity_text(info, 'ID'),
        version: engine_identity_text(version, 'Version'),
        apiVersion: negotiate(host, range),
        host,
        dataRoot: engine_identity_text(info, 'DockerRootDir'),
        time,
        aheadMs: Date.parse(time) - Date.now(),
    };
}
function negotiate(host, theirs) {
    const version = isOlder(theirs.max, SPOKEN.max) ? theirs.max : SPOKEN.max;
    if (!isOlder(version, SPOKEN.min) && !isOlder(version, theirs.min))
        return version;
    throw new errors_TopoGcError('engine-failed', `The engine at ${host} speaks versions ${theirs.min} to ${theirs.max} of the API, this program ${SPOKEN.min} to ${SPOKEN.max}`);
}
/** Docker 23.0, which speaks 1.42, keeps a volume's creation time; before, it moves with what is written (moby#44364). */
const keepsVolumeTimes = (apiVersion) => !isOlder(apiVersion, '1.42');
/** Of versions such as `1.9` and `1.41`. */
function isOlder(a, b) {
    const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
    const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
    return aMajor === bMajor ? aMinor < bMinor : aMajor < bMajor;
}
function engine_identity_text(answer, field, fallback) {
    const value = answer?.[field] ?? fallback;
    if (typeof value === 'string' && value !== '')
        return value;
    throw new Error(`its answer has no ${field}, which a Docker Engine's has`);
}

;// CONCATENATED MODULE: ./src/adapters/docker/engine-address.js

const DEFAULT_SOCKET = 'unix:///var/run/docker.sock';
/** https://docs.docker.com/reference/cli/dockerd/#daemon-socket-option */
const PLAIN_TCP_PORT = 2375;
const TAKES = 'unix://PATH or tcp://HOST:PORT';
/**
 * The addresses to try, in turn: only the one that was asked for, else where Docker's own clients would look.
 * `contextHost` is what `docker context inspect` says of the current context.
 * @throws TopoGcError `invalid-input` or `not-supported`, naming the source and its value.
 */
function engineCandidates({ dockerHost, env, contextHost, }) {
    const candidates = dockerHost
        ? [{ host: dockerHost, source: 'the input docker-host' }]
        : env.DOCKER_HOST
            ? [{ host: env.DOCKER_HOST, source: 'DOCKER_HOST' }]
            : usualAddresses(env, contextHost);
    for (const { host, source } of candidates) {
        connectionOptions(host, source);
        if (!isUnix(host))
            refuseTls(env, host, source);
    }
    return candidates;
}
function usualAddresses(env, contextHost) {
    const runtimeDir = env.XDG_RUNTIME_DIR || `/run/user/${process.getuid?.()}`;
    return [
        ...(contextHost && contextHost !== DEFAULT_SOCKET
            ? [{ host: contextHost, source: 'the current docker context' }]
            : []),
        { host: DEFAULT_SOCKET, source: 'the default socket' },
        { host: `unix://${runtimeDir}/docker.sock`, source: 'the rootless socket' },
    ];
}
/**
 * What to give to node:http for a host.
 * @throws TopoGcError `not-supported` for `ssh://`, `invalid-input` for what is no address.
 */
function connectionOptions(host, source = 'docker-host') {
    if (isUnix(host))
        return { socketPath: host.slice('unix://'.length) };
    const url = URL.canParse(host) ? new URL(host) : undefined;
    if (url?.protocol === 'ssh:')
        throw notSupported(source, host, 'an engine behind ssh is');
    if (url?.protocol !== 'tcp:' || url.hostname === '' || !/^\/?$/.test(url.pathname)) {
        throw new errors_TopoGcError('invalid-input', `${source} is ${JSON.stringify(host)}, which is no address of an engine: it takes ${TAKES}`, { faults: [{ field: source, value: host, detail: `takes ${TAKES}` }] });
    }
    const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return { host: name, port: url.port === '' ? PLAIN_TCP_PORT : Number(url.port) };
}
const isUnix = (host) => host.startsWith('unix:///');
function refuseTls(env, host, source) {
    const asked = ['DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'].find((name) => env[name]);
    if (asked !== undefined)
        throw notSupported(source, host, `with ${asked} set, TLS would be needed, which is`);
}
const notSupported = (source, host, what) => new errors_TopoGcError('not-supported', `${source} is ${JSON.stringify(host)}: ${what} not supported by this version yet (it takes ${TAKES}, without TLS)`, { faults: [{ field: source, value: host, detail: `takes ${TAKES}` }] });

;// CONCATENATED MODULE: ./src/adapters/docker/engine-request.js



/**
 * Asks an engine with nothing but node:http, for those who can't wait for a client library to load.
 * @throws Error whose message says, in a few words, what came instead of JSON; `code` is that of the system where there is one.
 */
async function getJson(host, path, deadlineMs) {
    const signal = AbortSignal.timeout(deadlineMs);
    try {
        const { status, body } = await get(host, path, signal);
        if (status !== 200)
            throw new Error(`it answered ${status} to GET ${path}: ${body.trim().slice(0, 200)}`);
        return parse(body, path);
    }
    catch (error) {
        if (signal.aborted)
            throw new Error(`no answer within ${deadlineMs / 1000} s`, { cause: error });
        throw error;
    }
}
function get(host, path, signal) {
    return new Promise((resolve, reject) => {
        const options = { ...connectionOptions(host), path, signal, agent: false };
        const asked = (0,external_node_http_namespaceObject.request)(options, (response) => {
            (0,consumers_namespaceObject.text)(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
        });
        asked.on('error', reject);
        asked.end();
    });
}
function parse(body, path) {
    try {
        return JSON.parse(body);
    }
    catch (cause) {
        throw new Error(`its answer to GET ${path} is no JSON`, { cause });
    }
}

;// CONCATENATED MODULE: ./src/adapters/docker/there-before.js


const DEADLINE_MS = 5000;
/**
 * What was there before the session and can't be told by its creation time: the names of volumes, where the engine does not
 * keep that time, and, where images are to be removed, the ids of all images, as one tells when it was built, not when it came.
 * @throws Error where the engine does not answer
 */
async function thereBefore(engine, removeImages) {
    const [volumes, images] = await Promise.all([
        keepsVolumeTimes(engine.apiVersion) ? [] : listVolumes(engine),
        removeImages === 'never' ? undefined : listImages(engine),
    ]);
    return { volumes, ...(images && { images }) };
}
async function listVolumes({ host }) {
    const answer = (await getJson(host, '/volumes', DEADLINE_MS));
    return (answer.Volumes ?? []).map(({ Name }) => Name);
}
async function listImages({ host }) {
    const answer = (await getJson(host, '/images/json?all=true', DEADLINE_MS));
    return answer.map(({ Id }) => Id);
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./src/adapters/ipc/spool-file.js



/** Makes the folder, which only its owner can enter. */
async function makeSpool(path) {
    await (0,external_node_fs_promises_namespaceObject.mkdir)(path, { mode: 0o700 });
}
/**
 * Leaves a submission in the spool: on disk, whole, and the folder's owner's, when it resolves.
 * @throws Error `ENOENT` where there is no spool any more
 */
async function spool(path, submission) {
    const name = (0,external_node_path_namespaceObject.join)(path, (0,external_node_crypto_namespaceObject.randomUUID)());
    const file = await (0,external_node_fs_promises_namespaceObject.open)(`${name}.tmp`, 'wx', 0o600);
    try {
        await file.writeFile(JSON.stringify({ ...submission, submittedAt: new Date().toISOString() }));
        const owner = await (0,external_node_fs_promises_namespaceObject.stat)(path);
        if (process.geteuid?.() === 0)
            await (0,external_node_fs_promises_namespaceObject.chown)(`${name}.tmp`, owner.uid, owner.gid);
        await file.sync();
    }
    finally {
        await file.close();
    }
    await (0,external_node_fs_promises_namespaceObject.rename)(`${name}.tmp`, `${name}.json`);
    await syncFolder(path);
}
async function syncFolder(path) {
    const folder = await (0,external_node_fs_promises_namespaceObject.open)(path, 'r');
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}
/** Removes what is left of the spool. */
async function removeSpool(path) {
    for (const folder of [path, `${path}.closed`])
        await (0,external_node_fs_promises_namespaceObject.rm)(folder, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./src/adapters/journal/state-folder.js




/** Where all agents of this user keep their state: outside the runner's temporary folder, which is emptied between jobs. */
function stateRoot(env) {
    if (env.TOPO_GC_STATE)
        return env.TOPO_GC_STATE;
    if (env.RUNNER_TEMP && env.GITHUB_ACTIONS)
        return (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)(env.RUNNER_TEMP), '_topo-gc');
    return (0,external_node_path_namespaceObject.join)(env.XDG_STATE_HOME || (0,external_node_path_namespaceObject.join)(env.HOME || (0,external_node_os_namespaceObject.homedir)(), '.local', 'state'), 'topo-gc');
}
/** The folder of one agent: its journal, and the files that say whose it is. */
class StateFolder {
    path;
    constructor(path) {
        this.path = path;
    }
    /** Makes it, readable by its owner only. */
    create() {
        (0,external_node_fs_namespaceObject.mkdirSync)(this.path, { recursive: true, mode: 0o700 });
    }
    /** The session's id, which is the folder's name. */
    get session() {
        return (0,external_node_path_namespaceObject.basename)(this.path);
    }
    get journal() {
        return (0,external_node_path_namespaceObject.join)(this.path, 'journal');
    }
    get sessionFile() {
        return this.#file('session.json');
    }
    readSession() {
        const file = JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(this.sessionFile, 'utf8'));
        if (file.version !== 1)
            throw new Error(`${this.path}: session.json is of version ${file.version}, not 1`);
        return file;
    }
    writeSession(session) {
        this.#write('session.json', session);
    }
    /** `undefined` where no agent came so far. */
    readAgent() {
        try {
            return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(this.#file('agent.json'), 'utf8'));
        }
        catch {
            return undefined;
        }
    }
    writeAgent(agent) {
        this.#write('agent.json', agent);
    }
    /** Shows that the agent is alive. */
    beat() {
        const now = Date.now() / 1000;
        try {
            (0,external_node_fs_namespaceObject.utimesSync)(this.#file('agent.json'), now, now);
        }
        catch {
            // It is gone: the session is over.
        }
    }
    /** When the agent was last seen alive, to about a second, in ms since the epoch; 0 where no agent came so far. */
    get lastAlive() {
        return (0,external_node_fs_namespaceObject.statSync)(this.#file('agent.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    }
    remove() {
        (0,external_node_fs_namespaceObject.rmSync)(this.path, { recursive: true, force: true });
    }
    #file(name) {
        return (0,external_node_path_namespaceObject.join)(this.path, name);
    }
    /** Beside its place and renamed, so that nobody reads half of it. */
    #write(name, content) {
        const temporary = this.#file(`${name}.${(0,external_node_crypto_namespaceObject.randomUUID)()}`);
        (0,external_node_fs_namespaceObject.writeFileSync)(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
        (0,external_node_fs_namespaceObject.renameSync)(temporary, this.#file(name));
    }
}

;// CONCATENATED MODULE: ./src/adapters/process/agent-process.js



/**
 * What an agent needs of its starter's environment: JavaScript steps hold secrets in theirs. By `RUNNER_TRACKING_ID` the
 * runner ends it with the job.
 */
const LISTED = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'RUNNER_TRACKING_ID'];
/** Small heaps and few threads: an agent holds little, and its host is somebody else's. */
const NODE_OPTIONS = ['--max-old-space-size=256', '--max-semi-space-size=1', '--v8-pool-size=1'];
/**
 * Starts an agent that outlives this process; resolves with its pid once it answers.
 * @throws TopoGcError `agent-failed` with the end of its log
 */
async function startAgent({ script, args, env, log, timeoutMs }) {
    const output = (0,external_node_fs_namespaceObject.openSync)(log, 'a', 0o600);
    const child = (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [...NODE_OPTIONS, script, ...args], {
        detached: true,
        cwd: '/',
        stdio: ['ignore', output, output, 'ipc'],
        env: Object.fromEntries(LISTED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
    });
    (0,external_node_fs_namespaceObject.closeSync)(output);
    const answer = await firstMessage(child, timeoutMs);
    if ('failed' in answer) {
        child.kill('SIGKILL');
        throw new errors_TopoGcError('agent-failed', `The agent did not start: ${answer.failed}${endOf(log)}`);
    }
    child.disconnect();
    child.unref();
    return child.pid ?? 0;
}
function firstMessage(child, timeoutMs) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ failed: `it was not ready after ${timeoutMs} ms` }), timeoutMs);
        const settle = (message) => {
            clearTimeout(timer);
            resolve(message);
        };
        child.once('message', (message) => settle(message));
        child.once('error', (error) => settle({ failed: error.message }));
        child.once('exit', (code, signal) => settle({ failed: `it ended with ${signal ?? `status ${code}`}` }));
    });
}
/** As many lines as Node writes of an error that nobody caught, and a few before. */
const LAST_LINES = 25;
function endOf(log) {
    try {
        const lines = (0,external_node_fs_namespaceObject.readFileSync)(log, 'utf8').trim().split('\n').slice(-LAST_LINES).join('\n');
        return lines === '' ? '' : `\n${log} ends with:\n${lines}`;
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/entry/launch.js









/** `sun_path` of unix(7) less its final zero; Node answers `EINVAL` beyond. */
const LONGEST_SOCKET = 107;
const SOCKET = 'agent.sock';
/** How long an agent may take to answer, in ms. */
const READY_MS = 20_000;
/** Another bundle of this distribution. */
const bundle = (name) => (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_fs_namespaceObject.realpathSync)(process.argv[1] ?? '')), '..', name, 'index.js');
/**
 * Says where an agent is going to be: under `temporary`, or, where that is too deep for a socket, under `/tmp`. Nothing is
 * made yet.
 * @param isOwn whether nobody else empties `temporary`
 */
function planWorkplace(temporary, env, isOwn) {
    const session = `tgc-${(0,external_node_crypto_namespaceObject.randomUUID)().slice(0, 13)}`;
    const wanted = (0,external_node_path_namespaceObject.join)(temporary, session);
    const isTooDeep = Buffer.byteLength((0,external_node_path_namespaceObject.join)(wanted, SOCKET)) > LONGEST_SOCKET;
    const folder = isTooDeep ? (0,external_node_path_namespaceObject.join)('/tmp', session) : wanted;
    return workplaceAt(folder, (0,external_node_path_namespaceObject.join)(stateRoot(env), session), isOwn || isTooDeep);
}
/** What an agent's folder holds, by name. */
const filesIn = (folder) => ({
    socket: (0,external_node_path_namespaceObject.join)(folder, SOCKET),
    spool: (0,external_node_path_namespaceObject.join)(folder, 'spool'),
    commands: (0,external_node_path_namespaceObject.join)(folder, 'bin'),
    /** A link to the state folder, for those who know this one only. */
    stateLink: (0,external_node_path_namespaceObject.join)(folder, 'state'),
    log: (0,external_node_path_namespaceObject.join)(folder, 'agent.log'),
    reportJson: (0,external_node_path_namespaceObject.join)(folder, 'report.json'),
    /** Made with the first log of a container that is saved. */
    logs: (0,external_node_path_namespaceObject.join)(folder, 'logs'),
});
/** The workplace whose folders are known. */
const workplaceAt = (folder, state, isOwn) => ({
    session: (0,external_node_path_namespaceObject.basename)(state),
    folder,
    ...filesIn(folder),
    isOwn,
    state: new StateFolder(state),
});
/**
 * Makes the folders, which only their owner can enter, writes down what a successor would need, starts the agent, and
 * resolves once it answers.
 * @throws TopoGcError `agent-failed`
 */
async function launch({ workplace, engine, inputs, guarded, workspace, isOwned = false, env, }) {
    const { session, folder, socket, commands, log, state } = workplace;
    const before = await thereBefore(engine, parseSettings(inputs).removeImages);
    (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
    (0,external_node_fs_namespaceObject.mkdirSync)(commands, { mode: 0o700 });
    await makeSpool(workplace.spool);
    state.create();
    state.writeSession({
        version: 1,
        session: { id: session, startedAt: engine.time, engineId: engine.id },
        engine,
        inputs,
        guarded: { ...guarded, ...before },
        folder,
        socket,
        log,
        workspace,
        ...(isOwned && { owner: identifyProcess(process.pid) }),
    });
    (0,external_node_fs_namespaceObject.symlinkSync)(state.path, filesIn(folder).stateLink);
    writeCommand(commands);
    await startAgent({ script: bundle('agent'), args: [state.path], env, log, timeoutMs: READY_MS });
}
/** The command on the PATH, run by the Node that runs this: steps need none of their own. */
function writeCommand(commands) {
    const script = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(bundle('cli'))} "$@"\n`;
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(commands, 'topo-gc'), script, { mode: 0o755 });
}
const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
/** Removes what nobody needs any more. The log and the reports stay where a runner will empty the folder itself, or logs were saved. */
async function clearWorkplace({ state, folder, socket, commands, spool, logs, isOwn, }) {
    state.remove();
    await removeSpool(spool);
    for (const path of isOwn && !(0,external_node_fs_namespaceObject.existsSync)(logs) ? [folder] : [socket, commands])
        (0,external_node_fs_namespaceObject.rmSync)(path, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./src/entry/drain-session.js





/** How long an agent may take to begin its answer: a share of the budget, and no more than that, in ms. */
const ANSWER_SHARE = 0.2;
const MOST_ANSWER_MS = 5_000;
/** What starting and ending a process takes at the most, in ms, of which the drain itself knows nothing. */
const OVERHEAD_MS = 1_000;
/** What is kept of the budget for a drain in place, where the agent is lost in the middle of its own. */
const RESERVE_SHARE = 0.25;
const MOST_RESERVE_MS = 15_000;
/** No drain has less than that, in ms, however small the budget is. */
const LEAST_MS = 1_000;
/**
 * The final drain of a session: by its agent, or, where that is dead or hangs, by a process in its place. Ends within the
 * budget.
 * @throws TopoGcError where neither could drain
 */
async function drainSession({ workplace, budgetMs, onProgress, onLost, }) {
    const endAt = performance.now() + budgetMs;
    const reserveMs = Math.min(MOST_RESERVE_MS, budgetMs * RESERVE_SHARE);
    /** Until `ms` before the end, in whole ms, as timers take them. */
    const remaining = (ms = 0) => Math.round(Math.max(LEAST_MS, endAt - performance.now() - ms));
    const client = new AgentClient(workplace.socket);
    try {
        const report = await client.drain({
            final: true,
            budgetMs: remaining(reserveMs + OVERHEAD_MS),
            timeoutMs: Math.round(Math.min(MOST_ANSWER_MS, budgetMs * ANSWER_SHARE)),
            signal: AbortSignal.timeout(remaining(reserveMs)),
            onProgress,
        });
        await end(workplace);
        return { report };
    }
    catch (error) {
        if (!(error instanceof errors_TopoGcError) || error.code !== 'agent-not-found')
            throw error;
        const inPlaceBecause = errors_describeError(error);
        onLost(inPlaceBecause);
        await end(workplace, 0);
        const report = await drainInPlace({
            script: bundle('agent'),
            stateFolder: workplace.state.path,
            trigger: 'recovery',
            budgetMs: remaining(OVERHEAD_MS),
            log: workplace.log,
            signal: AbortSignal.timeout(remaining()),
            onProgress,
        });
        return { report, inPlaceBecause };
    }
    finally {
        client.close();
    }
}
/** Whoever tidies up behind an agent must not find it at work: it ends by itself after its last answer, or is ended. */
async function end({ state }, patienceMs = OVERHEAD_MS) {
    const agent = state.readAgent();
    if (agent !== undefined && !(await untilEnded(agent, patienceMs)))
        await endProcess(agent);
}

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = require("string_decoder");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = require("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = require("child_process");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = require("assert");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ../node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = require("timers");
;// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./src/adapters/docker/find-engine.js



/** For one candidate: an engine that is this slow would be of no use. */
const find_engine_DEADLINE_MS = 5000;
/**
 * The first of the candidates that answers, asked one after the other.
 * @throws TopoGcError `engine-not-found`, with each candidate, what came of it and what to do about it.
 * @throws TopoGcError `engine-failed` where one answers that is too old or too new.
 */
async function findEngine(candidates, deadlineMs = find_engine_DEADLINE_MS) {
    const failures = [];
    for (const address of candidates) {
        try {
            return { address, identity: await identifyEngine(address.host, deadlineMs) };
        }
        catch (error) {
            if (error instanceof errors_TopoGcError)
                throw error;
            failures.push({ address, error });
        }
    }
    const tried = failures.map(({ address: { host, source }, error }) => `\n  ${host} (${source}): ${why(error)}`);
    const denied = failures.some(({ error }) => isDenied(error));
    throw new errors_TopoGcError('engine-not-found', `No Docker Engine was reached. Tried:${tried.join('')}\n${advice(denied)}`);
}
async function identifyEngine(host, deadlineMs) {
    const [version, info] = await Promise.all([
        getJson(host, '/version', deadlineMs),
        getJson(host, '/info', deadlineMs),
    ]);
    return toIdentity(host, version, info);
}
const advice = (denied) => [
    'Start Docker, or say where it is by the input docker-host or by DOCKER_HOST.',
    "In a container job, mount the engine's socket into the container.",
    ...(denied ? ['Where permission is denied, add the user to the group docker.'] : []),
].join(' ');
const codeOf = (error) => error instanceof Error && 'code' in error ? String(error.code) : '';
const isDenied = (error) => codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM';
function why(error) {
    if (isDenied(error))
        return `permission denied: user id ${process.geteuid?.()} may not connect to it`;
    const code = codeOf(error);
    if (code === 'ENOENT')
        return 'no such socket';
    if (code === 'ECONNREFUSED')
        return 'connection refused: nothing listens there';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return 'no such host';
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./src/entry/locate-engine.js



/** What `docker` says of its current context; `undefined` where there is no such command, or it does not know. */
async function contextHost() {
    try {
        const format = '{{.Endpoints.docker.Host}}';
        const { exitCode, stdout } = await getExecOutput('docker', ['context', 'inspect', '--format', format], {
            silent: true,
            ignoreReturnCode: true,
        });
        return exitCode === 0 ? stdout.trim() || undefined : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Finds the engine that was asked for, or where Docker's own clients would.
 * @throws TopoGcError `engine-not-found` with what was tried and what to do
 */
async function locateEngine(dockerHost, env) {
    const asked = dockerHost !== undefined || Boolean(env.DOCKER_HOST);
    const context = asked ? undefined : await contextHost();
    const candidates = engineCandidates({
        env,
        ...(dockerHost !== undefined && { dockerHost }),
        ...(context !== undefined && { contextHost: context }),
    });
    return (await findEngine(candidates)).identity;
}

;// CONCATENATED MODULE: ./src/entry/commands/command.js
/** What the command exits with. */
const EXIT = { done: 0, refused: 1, usage: 2, noAgent: 3, leak: 70 };
/** The command line is not as the command takes it. */
class UsageError extends Error {
    name = 'UsageError';
}
const print = (text) => void process.stdout.write(`${text}\n`);
const printJson = (value) => print(JSON.stringify(value, null, 2));
/** Diagnostics: standard output is for what was asked for. */
const say = (text) => void process.stderr.write(`topo-gc: ${text}\n`);

;// CONCATENATED MODULE: ./src/entry/commands/live-line.js
/** Back to the start of the line, and away with what stands there (ECMA-48 EL); no other control is used, and no colour. */
const START = '\r';
const ERASE = '\x1b[K';
/** Where a terminal does not tell its width, as one that a program made. */
const USUAL_COLUMNS = 80;
/** Whether a line can be written over: not in a file, a pipe, or a terminal that can't erase. */
const isLive = (stream, term = process.env.TERM) => stream.isTTY === true && term !== undefined && term !== '' && term !== 'dumb';
/** One line at the bottom of a terminal that is written anew in its place. */
class LiveLine {
    #stream;
    #isShown = false;
    #isClosed = false;
    constructor(stream) {
        this.#stream = stream;
    }
    /** What is wider than the terminal is cut: a line that wraps can't be written over. */
    show(text) {
        if (this.#isClosed)
            return;
        const width = (this.#stream.columns || USUAL_COLUMNS) - 1;
        const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
        this.#stream.write(`${START}${cut}${ERASE}`);
        this.#isShown = true;
    }
    clear() {
        if (this.#isShown)
            this.#stream.write(`${START}${ERASE}`);
        this.#isShown = false;
    }
    close() {
        this.clear();
        this.#isClosed = true;
    }
}

;// CONCATENATED MODULE: ./src/entry/commands/drain-display.js




/** Between two looks at what is left, in ms. */
const drain_display_LOOK_MS = 1_000;
const describe = (left) => left.topologies === 0 ? ', nothing left' : `, ${topologies(left.topologies)} left: ${members(left)}`;
/** A drain on standard error: on a terminal one line that is kept up to date, else a line for each topology that is done. */
class DrainDisplay {
    #startedAt = performance.now();
    #line;
    #timer;
    #left = '';
    #isLooking = false;
    /** @param look asks what is left; where that fails, what was known before is shown */
    constructor(look) {
        if (!isLive(process.stderr))
            return;
        this.#line = new LiveLine(process.stderr);
        const update = async () => {
            this.#show();
            if (this.#isLooking)
                return;
            this.#isLooking = true;
            this.#left = await look().then(describe, () => this.#left);
            this.#isLooking = false;
            this.#show();
        };
        update();
        this.#timer = setInterval(update, drain_display_LOOK_MS);
    }
    progress = (progress) => {
        this.#left = describe(progress.left);
        if (this.#line === undefined)
            say(progressLine(progress));
        else
            this.#show();
    };
    /** Says something that stays. */
    say(text) {
        this.#line?.clear();
        say(text);
    }
    [Symbol.dispose]() {
        clearInterval(this.#timer);
        this.#line?.close();
    }
    #show() {
        this.#line?.show(`topo-gc: draining ${duration(performance.now() - this.#startedAt)}${this.#left}`);
    }
}

;// CONCATENATED MODULE: ./src/entry/commands/pending.js






/** How long an agent may take to say what is left, in ms. */
const pending_LOOK_MS = 1_000;
/** So many topologies are named. */
const MOST_NAMED = 10;
/** What is left, a line for each topology that is pending, or why that is not known. Never rejects. */
async function describePending(socket) {
    const client = new AgentClient(socket);
    try {
        const path = '/v1/topologies?state=pending';
        const pending = await client.get(path, { timeoutMs: pending_LOOK_MS });
        if (pending.length === 0)
            return 'nothing is left of what was handed over';
        const named = pending.slice(0, MOST_NAMED).map((topology) => {
            const left = topology.members.filter((member) => !topology_isDone(member));
            return oneLine(`  ${topology.name}: ${members(collection_countMembers(left))} ${topology.state}`);
        });
        const more = pending.length - named.length;
        return ['left:', ...named, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
    }
    catch (error) {
        return `what is left is not known: ${errors_describeError(error)}`;
    }
    finally {
        client.close();
    }
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: ./src/adapters/process/group-signals.js



/** How long a signal may take to be seen in another process, in ms. */
const DELIVERY_MS = 200;
/**
 * Tells whether a signal was for this process alone, or for all of its group, as Ctrl-C at a terminal is: the kernel knows,
 * but Node doesn't tell. So a process of the group stands by that does nothing, and ends of what reaches it.
 */
class GroupSignals {
    #bystander = standBy();
    /** Asked right after a signal has come. */
    async wasForGroup() {
        const { child, ended } = this.#bystander;
        const delivered = await Promise.race([ended.then(() => true), (0,external_node_timers_promises_namespaceObject.setTimeout)(DELIVERY_MS, false, { ref: false })]);
        if (delivered && this.#bystander.child === child)
            this.#bystander = standBy();
        return delivered;
    }
    [Symbol.dispose]() {
        this.#bystander.child.kill('SIGKILL');
    }
}
/** It ends with its input, so also with this process. */
function standBy() {
    const child = (0,external_node_child_process_namespaceObject.spawn)('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    child.unref();
    const ended = (0,external_node_events_namespaceObject.once)(child, 'exit').catch(() => new Promise(() => { }));
    return { child, ended };
}

;// CONCATENATED MODULE: ./src/entry/commands/run-command.js
var run_command_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_command_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/** As shells tell of a command that a signal has ended, of one that can't be run, and of one that is not there. */
const SIGNAL_BASE = 128;
const CANNOT_RUN = 126;
const NOT_FOUND = 127;
const statusOfSignal = (signal) => SIGNAL_BASE + external_node_os_namespaceObject.constants.signals[signal];
/**
 * Runs a command on this terminal; what interrupts this process reaches it too, and once: at a terminal Ctrl-C is for the
 * whole group, the command included.
 * @returns its exit status, as a shell tells it
 */
async function runCommand([command = '', ...args], env, interruptions) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const group = run_command_addDisposableResource(env_1, new GroupSignals(), false);
        const child = (0,external_node_child_process_namespaceObject.spawn)(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
        const _ = run_command_addDisposableResource(env_1, interruptions.listen(async (signal) => {
            if (!(await group.wasForGroup()))
                child.kill(signal);
        }), false);
        return await new Promise((resolve) => {
            child.once('error', (error) => {
                say(`${command}: ${error.message}`);
                resolve('code' in error && error.code === 'ENOENT' ? NOT_FOUND : CANNOT_RUN);
            });
            child.once('exit', (code, signal) => resolve(code ?? (signal ? statusOfSignal(signal) : CANNOT_RUN)));
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        run_command_disposeResources(env_1);
    }
}

;// CONCATENATED MODULE: ./src/entry/commands/local-agent.js
var local_agent_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var local_agent_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});














/** The inputs of the action as options, of `topo-gc run` and `topo-gc agent`; `summary` and `on-leak` are for jobs. */
const LOCAL_INPUTS = INPUT_TABLE.filter(({ name }) => name !== 'summary' && name !== 'on-leak');
const INPUT_OPTIONS = Object.fromEntries(LOCAL_INPUTS.map(({ name }) => [name, { type: 'string' }]));
/** A line for each, for `--help`. */
const INPUT_HELP = LOCAL_INPUTS.map(({ name, takes, fallback }) => `  --${name.padEnd(20)} ${takes}${fallback ? ` (${fallback})` : ''}`).join('\n');
/** An agent of this command's own, in a folder of its own under the system's temporary one. */
class LocalAgent {
    #workplace;
    #budgetMs;
    constructor(workplace, budgetMs) {
        this.#workplace = workplace;
        this.#budgetMs = budgetMs;
    }
    /** @throws TopoGcError `invalid-input` with all that is wrong, `engine-not-found`, `agent-failed` */
    static async start(values) {
        const given = Object.entries(values).filter(([, value]) => typeof value === 'string');
        const inputs = withDefaults(Object.fromEntries(given));
        const settings = parseSettings(inputs);
        const engine = await locateEngine(settings.dockerHost, process.env);
        const workplace = planWorkplace((0,external_node_fs_namespaceObject.realpathSync)((0,external_node_os_namespaceObject.tmpdir)()), process.env, true);
        const guarded = { containers: [], networks: [] };
        try {
            await launch({
                workplace,
                engine,
                inputs,
                guarded,
                workspace: process.cwd(),
                isOwned: true,
                env: process.env,
            });
        }
        catch (error) {
            await clearWorkplace(workplace);
            throw error;
        }
        return new LocalAgent(workplace, settings.drainTimeoutMs);
    }
    /** What a command that submits needs in its environment. */
    get environment() {
        const { socket, folder, spool, session, commands } = this.#workplace;
        return {
            TOPO_GC_SOCKET: socket,
            TOPO_GC_DIR: folder,
            TOPO_GC_SPOOL: spool,
            TOPO_GC_SESSION: session,
            PATH: `${commands}:${process.env.PATH ?? ''}`,
        };
    }
    /**
     * Drains for the last time and prints the report. What interrupts it for the second time leaves the rest to the agent, which
     * goes on alone, and says what is left.
     * @returns the exit status
     */
    async drain(interruptions) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const left = Promise.withResolvers();
            const { socket } = this.#workplace;
            const display = local_agent_addDisposableResource(env_1, new DrainDisplay(async () => (await observe_status({ socket })).pending), false);
            const leaveAfter = (signal) => {
                if (interruptions.signals.length > 1)
                    left.resolve(this.#leave(signal, display));
                else
                    display.say('draining; once more leaves what is not removed yet to the agent');
            };
            const _ = local_agent_addDisposableResource(env_1, interruptions.listen(leaveAfter), false);
            return await Promise.race([this.#drain(display), left.promise]);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            local_agent_disposeResources(env_1);
        }
    }
    async #drain(display) {
        try {
            const { report } = await drainSession({
                workplace: this.#workplace,
                budgetMs: this.#budgetMs,
                onProgress: display.progress,
                onLost: (why) => display.say(`the agent is lost, draining from its journal: ${why}`),
            });
            display.say(plainReport(report));
            await clearWorkplace(this.#workplace);
            return isLeaking(report) ? EXIT.leak : EXIT.done;
        }
        catch (error) {
            display.say(`nothing is known of what is left, as the drain failed: ${errors_describeError(error)}`);
            return EXIT.leak;
        }
    }
    async #leave(signal, display) {
        display.say(await describePending(this.#workplace.socket));
        display.say('the agent goes on without this terminal; what it can not remove, `topo-gc sweep` tries again');
        return statusOfSignal(signal);
    }
    /** Shows where it can be reached, as lines for a shell. */
    announce() {
        const { PATH: _, ...environment } = this.environment;
        for (const [name, value] of Object.entries(environment))
            print(`export ${name}='${value}'`);
    }
}

;// CONCATENATED MODULE: ./src/entry/commands/agent.js
var agent_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var agent_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




const HELP = `usage: topo-gc agent [OPTIONS]

Runs an agent in the foreground until Ctrl-C or SIGTERM, then drains. Prints what other shells need to reach it.
Exits with 70 where something could not be removed. A second Ctrl-C leaves the rest to the agent, which
goes on without this process, also where that is killed, and ends by itself.

  --until-eof            end also when standard input does, as with a pipe to a program that ends, however that ends
${INPUT_HELP}
`;
const OPTIONS = { ...INPUT_OPTIONS, 'until-eof': { type: 'boolean' } };
/** Never rejects: an input that breaks has ended too. */
const inputEnded = () => (0,promises_namespaceObject.finished)(process.stdin.resume()).catch(() => { });
async function run(args) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options: OPTIONS });
        const { 'until-eof': untilEof, ...inputs } = values;
        const interruptions = agent_addDisposableResource(env_1, new Interruptions(), false);
        const agent = await LocalAgent.start(inputs);
        agent.announce();
        // A pending promise alone would not keep this process alive.
        const alive = setInterval(() => { }, 3_600_000);
        await Promise.race([interruptions.first(), ...(untilEof ? [inputEnded()] : [])]);
        clearInterval(alive);
        return agent.drain(interruptions);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        agent_disposeResources(env_1);
    }
}
const agentCommand = {
    name: 'agent',
    summary: 'run an agent in the foreground',
    help: HELP,
    run,
};

;// CONCATENATED MODULE: ./src/entry/client/collect.js

async function collect(options = {}) {
    const { wait = false, topologies, ...address } = options;
    return agent_withAgent(address, (client) => client.post(`/v1/collections?wait=${wait}`, topologies && { body: { topologies } }));
}
/**
 * Collects everything pending and asks the engine whether anything is left; the agent goes on. `leaks` of the report has what
 * could not be removed.
 * @throws TopoGcError the agent's own, `agent-not-found`
 */
async function drain(options = {}) {
    const { onProgress = () => { }, signal, ...address } = options;
    return agent_withAgent(address, (client) => client.drain({ final: false, onProgress, ...(signal && { signal }) }));
}

;// CONCATENATED MODULE: ./src/entry/commands/collect.js




const collect_HELP = `usage: topo-gc collect [--wait] [--json]

Has everything pending collected now: waits for what has not stopped, and removes it.

  --wait  answer only when it is over
  --json  print the answer of the API
`;
const NOTHING = 'nothing is pending';
const collect_describe = ({ topologies: ids, removed, failed, startedAt, endedAt }) => ids.length === 0
    ? NOTHING
    : `${members(removed)} of ${topologies(ids.length)} removed in ${duration(endedAt - startedAt)}, ${failed} failed`;
async function collect_run(args) {
    const options = { wait: { type: 'boolean' }, json: { type: 'boolean' } };
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options });
    if (!values.wait) {
        const answer = await collect();
        if (values.json)
            printJson(answer);
        else
            print(answer.topologies.length === 0 ? NOTHING : `collecting ${topologies(answer.topologies.length)}`);
        return EXIT.done;
    }
    const record = await collect({ wait: true });
    if (values.json)
        printJson(record);
    else
        print(collect_describe(record));
    return record.failed > 0 ? EXIT.refused : EXIT.done;
}
const collectCommand = {
    name: 'collect',
    summary: 'collect everything pending now',
    help: collect_HELP,
    run: collect_run,
};

;// CONCATENATED MODULE: ./src/entry/commands/drain.js
var drain_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var drain_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







const drain_HELP = `usage: topo-gc drain [--json]

Collects everything pending and asks the engine whether anything is left; the agent goes on.
Exits with 70 where something could not be removed.

  --json  print the report
`;
async function drainShown() {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const display = drain_addDisposableResource(env_1, new DrainDisplay(async () => (await observe_status()).pending), false);
        return await drain({ onProgress: display.progress });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        drain_disposeResources(env_1);
    }
}
async function drain_run(args) {
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options: { json: { type: 'boolean' } } });
    const report = await drainShown();
    if (values.json)
        printJson(report);
    else
        print(plainReport(report));
    return isLeaking(report) ? EXIT.leak : EXIT.done;
}
const drainCommand = {
    name: 'drain',
    summary: 'collect everything pending, and have the engine confirm it',
    help: drain_HELP,
    run: drain_run,
};

;// CONCATENATED MODULE: ./src/entry/commands/list.js






const list_HELP = `usage: topo-gc list [--pending] [--json]

Lists the topologies that were submitted, the oldest first.

  --pending  only those not yet removed
  --json     print the answer of the API
`;
/** Columns as wide as their widest cell; what a name holds can't end a line or move the cursor. */
function align(table) {
    const rows = table.map((row) => row.map(oneLine));
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows
        .map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd())
        .join('\n');
}
async function list_run(args) {
    const options = { pending: { type: 'boolean' }, json: { type: 'boolean' } };
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options });
    const listed = await observe_topologies({ pending: values.pending });
    if (values.json)
        printJson(listed);
    else
        print(align([
            ['ID', 'NAME', 'STATE', 'SUBMITTED', 'MEMBERS'],
            ...listed.map(({ id, name, state, submittedAt, members: all }) => [
                id,
                name,
                state,
                new Date(submittedAt).toISOString(),
                members(collection_countMembers(all.filter((member) => member.state !== 'absent'))),
            ]),
        ]));
    return EXIT.done;
}
const listCommand = { name: 'list', summary: 'list the topologies', help: list_HELP, run: list_run };

;// CONCATENATED MODULE: ./src/entry/commands/run.js
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





const run_HELP = `usage: topo-gc run [OPTIONS] -- COMMAND...

Starts an agent, runs the command with TOPO_GC_SOCKET set and topo-gc on its PATH, drains, and tells what was
collected. Exits with the command's status if that is not 0, else with 70 where something could not be removed.
Ctrl-C and SIGTERM are for the command; what it has handed over is drained all the same. Once more, while it drains,
leaves the rest to the agent, and says what that is.

${INPUT_HELP}

  topo-gc run -- pytest
  topo-gc run --container-threshold 20 --stop-timeout 2s -- make integration-test
`;
async function run_run(args) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const separator = args.indexOf('--');
        const command = separator < 0 ? [] : args.slice(separator + 1);
        if (command.length === 0)
            throw new UsageError('the command to run goes behind --: topo-gc run -- pytest');
        const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: args.slice(0, separator), options: INPUT_OPTIONS });
        const interruptions = run_addDisposableResource(env_1, new Interruptions(), false);
        const agent = await LocalAgent.start(values);
        const [early] = interruptions.signals;
        const status = early === undefined ? await runCommand(command, agent.environment, interruptions) : statusOfSignal(early);
        const drained = await agent.drain(interruptions);
        return status === EXIT.done ? drained : status;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        run_disposeResources(env_1);
    }
}
const runCommandWithAgent = {
    name: 'run',
    summary: 'start an agent, run a command, drain',
    help: run_HELP,
    run: run_run,
};

;// CONCATENATED MODULE: ./src/entry/commands/status.js




const status_HELP = `usage: topo-gc status [--json]

Shows the readings beside the thresholds, what is pending, and what was removed so far.

  --json  print the answer of the API
`;
/** Which input a reading is compared with. */
const THRESHOLDS = {
    disk: 'disk-threshold',
    inodes: 'disk-threshold',
    memory: 'memory-threshold',
    cpu: 'cpu-threshold',
    busy: 'idle-collect',
    containers: 'container-threshold',
    networks: 'network-threshold',
};
function thresholdOf(name, inputs) {
    const input = THRESHOLDS[name.split(' ')[0] ?? ''] ?? '';
    const value = inputs[input] ?? '';
    return input === 'idle-collect' ? `${input} ${value}` : `threshold ${value}`;
}
function status_describe(status) {
    const rows = readings(status.readings).map(([name, value]) => `  ${name.padEnd(28)} ${value.padEnd(18)} ${thresholdOf(name, status.inputs)}`);
    const { pending, totals } = status;
    return [
        `agent ${status.version}, pid ${status.pid}, ${status.state}, up ${duration(status.uptimeMs)}, session ${status.session}`,
        `engine ${status.engine.version} at ${status.engine.host}`,
        ...rows,
        ...status.readings.unavailable.map(({ reading, why }) => `  ${reading.padEnd(28)} unavailable: ${why}`),
        `pending: ${topologies(pending.topologies)}, ${members(pending)}`,
        `removed: ${members(totals.removed)} by ${collections(totals.collections)}; ${totals.failed} failed`,
    ].join('\n');
}
async function status_run(args) {
    const options = { json: { type: 'boolean' }, watch: { type: 'boolean' } };
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options });
    if (values.watch)
        throw new UsageError('--watch is not supported by this version yet: try `watch topo-gc status`');
    const status = await observe_status();
    if (values.json)
        printJson(status);
    else
        print(status_describe(status));
    return EXIT.done;
}
const statusCommand = {
    name: 'status',
    summary: 'show readings, thresholds and what is pending',
    help: status_HELP,
    run: status_run,
};

;// CONCATENATED MODULE: ./src/domain/compose-project.js
/** Compose puts it on every container, network and volume that it makes, and on nothing that is external to the project. */
const PROJECT_LABEL = 'com.docker.compose.project';
/** What is left of a name once Compose has normalized it. */
const PROJECT = /^[a-z0-9_-]+$/;
/** What a project takes, in words. */
const TAKES_PROJECT = 'takes the name of a Compose project: a-z, 0-9, _ and -';
/**
 * What `docker compose --project-name PROJECT down --remove-orphans` removes: containers of all services, one-offs and
 * orphans included, and networks; with `--volumes` the volumes too. `undefined` where that is no name of a project.
 */
const composeSelector = (project, withVolumes) => PROJECT.test(project)
    ? {
        label: `${PROJECT_LABEL}=${project}`,
        kinds: withVolumes ? ['container', 'network', 'volume'] : ['container', 'network'],
    }
    : undefined;

;// CONCATENATED MODULE: ./src/entry/client/submit.js




async function submit_submit(topology, options = {}) {
    const { wait, ...address } = options;
    const taken = await submitOrSpool(topology, address);
    if (wait === undefined)
        return taken;
    if (taken.state !== 'spooled')
        return waitFor(taken, wait, address);
    const why = `${taken.id} is in the spool, and nobody can say when all of it is ${wait}`;
    throw new errors_TopoGcError('agent-not-found', why, { cause: taken.reason });
}
async function submitOrSpool(topology, address) {
    const id = topology.id ?? `topology-${(0,external_node_crypto_namespaceObject.randomUUID)().slice(0, 13)}`;
    const body = { ...topology, id };
    try {
        return await agent_withAgent(address, (client) => client.post('/v1/topologies', { body, timeoutMs: PATIENCE_MS }));
    }
    catch (reason) {
        const { spool: folder = process.env.TOPO_GC_SPOOL } = address;
        if (!(reason instanceof errors_TopoGcError) || reason.code !== 'agent-not-found' || !folder)
            throw reason;
        await spool(folder, body).catch((cause) => {
            throw new errors_TopoGcError('closed', `${errors_describeError(reason)}; the spool takes nothing more`, { cause });
        });
        return { id, state: 'spooled', reason };
    }
}
/**
 * Resolves when all of its members are that far. They are named by id: a name may be somebody else's by now. Links and paths
 * have nothing but a name, and are left out: the agent knows them.
 */
async function waitFor(topology, milestone, address = {}) {
    const { id, members } = topology;
    if (members.every(({ state }) => state === 'absent'))
        return topology;
    const ids = (kind) => members.filter((member) => member.kind === kind && member.state !== 'absent').map((member) => member.id);
    const body = { id, containers: ids('container'), networks: ids('network'), volumes: ids('volume') };
    return agent_withAgent(address, (client) => client.post(`/v1/topologies?wait=${milestone}`, { body }));
}

;// CONCATENATED MODULE: ./src/entry/revive.js





/**
 * Starts an agent anew where it is dead, with its journal, at its socket.
 * @param folder `TOPO_GC_DIR`
 * @returns whether it did: not where the agent lives, or its session is over, nor where it is another user's, as under sudo:
 *   an agent that root starts would shut its owner out
 * @throws TopoGcError `agent-failed`
 */
async function reviveAgent(folder, env) {
    const state = stateOf(folder);
    const agent = state?.readAgent();
    if (state === undefined || agent === undefined || isAlive(agent))
        return false;
    if ((0,external_node_fs_namespaceObject.statSync)(folder).uid !== process.geteuid?.())
        return false;
    await startAgent({
        script: bundle('agent'),
        args: [state.path],
        env,
        log: filesIn(folder).log,
        timeoutMs: READY_MS,
    });
    return true;
}
function stateOf(folder) {
    try {
        return new StateFolder((0,external_node_fs_namespaceObject.readlinkSync)(filesIn(folder).stateLink));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/entry/commands/hand-over.js




/**
 * Hands a topology over; `undefined` where it lies in the spool, as no agent answers. One that is dead is started anew.
 * @throws TopoGcError as `submit`
 */
async function handOver(topology) {
    const taken = await submit_submit(topology);
    if (taken.state !== 'spooled')
        return taken;
    say(`${errors_describeError(taken.reason)}: ${taken.id} is in the spool, from where it will be taken`);
    await revive();
    return undefined;
}
/** Starts the agent anew where it is dead; where that fails, the drain does its work. */
async function revive() {
    const { TOPO_GC_DIR } = process.env;
    if (!TOPO_GC_DIR)
        return;
    try {
        if (await reviveAgent(TOPO_GC_DIR, process.env))
            say('the agent was dead, and goes on from its journal');
    }
    catch (error) {
        say(errors_describeError(error));
    }
}

;// CONCATENATED MODULE: ./src/entry/commands/submit.js









const submit_HELP = `usage: topo-gc submit [--id ID] [--name NAME] [--container C]... [--network N]... [--volume V]...
                      [--shared-network N]... [--label KEY=VALUE]... [--compose PROJECT [--volumes]]...
                      [--netns N]... [--path P]... [--file FILE|-]
                      [--stop-timeout DURATION] [--wait stopped|removed] [--json]

Hands a topology over: its containers are asked to stop at once, and nobody waits.

  --id ID            known again under it; made where it is missing
  --name NAME        shown in the summary
  --container C      name or id; also --network and --volume; each as often as you like
  --shared-network N a network that goes only when nobody uses it any more
  --label KEY=VALUE  everything that carries exactly this label
  --compose PROJECT  containers and networks that Compose has made for the project, nothing external to it
  --volumes          of the project named by --compose, its volumes too
  --netns N          a link of /var/run/netns to one of the containers; it goes at once
  --path P           an absolute path on this host, below one of the agent's path-roots
  --file FILE        a topology as JSON, from a file or from standard input (-)
  --stop-timeout D   grace between the stop signal and the kill, such as 2s
  --wait WHAT        answer only when all have stopped, or all are removed
  --json             print the answer of the API

  topo-gc submit --container web --container db --network shop
  topo-gc submit --label suite=vlan --wait stopped
  topo-gc submit --compose shop --volumes --wait removed
  echo '{"containers": ["web"]}' | topo-gc submit --file -
`;
const submit_OPTIONS = {
    id: { type: 'string' },
    name: { type: 'string' },
    container: { type: 'string', multiple: true },
    network: { type: 'string', multiple: true },
    'shared-network': { type: 'string', multiple: true },
    volume: { type: 'string', multiple: true },
    label: { type: 'string', multiple: true },
    netns: { type: 'string', multiple: true },
    path: { type: 'string', multiple: true },
    compose: { type: 'string', multiple: true },
    volumes: { type: 'boolean' },
    file: { type: 'string' },
    'stop-timeout': { type: 'string' },
    wait: { type: 'string' },
    json: { type: 'boolean' },
};
const networks = ({ network = [], 'shared-network': shared = [] }) => [
    ...network,
    ...shared.map((name) => ({ name, shared: true })),
];
function selectors({ label = [], compose = [], volumes = false }) {
    const projects = compose.map((project) => {
        const selector = composeSelector(project, volumes);
        if (selector === undefined)
            throw new UsageError(`--compose ${project}: ${TAKES_PROJECT}`);
        return selector;
    });
    return [...label.map((text) => `label=${text}`), ...projects];
}
/** A project's name says more than an id that nobody has given. */
function nameOf({ id, name, compose }) {
    const own = name ?? (id === undefined ? compose?.[0] : undefined);
    return own === undefined ? {} : { name: own };
}
function fromFlags(values) {
    return {
        ...(values.id !== undefined && { id: values.id }),
        ...nameOf(values),
        ...(values.container && { containers: values.container }),
        ...((values.network || values['shared-network']) && { networks: networks(values) }),
        ...(values.volume && { volumes: values.volume }),
        ...((values.label || values.compose) && { selectors: selectors(values) }),
        ...(values.netns && { netns: values.netns }),
        ...(values.path && { paths: values.path }),
        ...(values['stop-timeout'] !== undefined && { stopTimeout: values['stop-timeout'] }),
    };
}
/** Its fields are the agent's to check. */
function fromFile(path) {
    const text = (0,external_node_fs_namespaceObject.readFileSync)(path === '-' ? 0 : path, 'utf8');
    try {
        const parsed = JSON.parse(text);
        if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
            return parsed;
    }
    catch (cause) {
        throw new UsageError(`--file ${path}: not JSON (${cause instanceof Error ? cause.message : cause})`);
    }
    throw new UsageError(`--file ${path}: takes a JSON object`);
}
function readTopology(values) {
    if (values.volumes && values.compose === undefined)
        throw new UsageError('--volumes goes with --compose PROJECT; a single volume is --volume V');
    const flags = fromFlags(values);
    if (values.file === undefined) {
        if (Object.keys(flags).length === 0)
            throw new UsageError('name something to hand over: see topo-gc submit --help');
        return flags;
    }
    const [other] = Object.keys(flags);
    if (other !== undefined)
        throw new UsageError('--file holds the whole topology: leave the other options out');
    return fromFile(values.file);
}
/** One line, and one for each that was not there, so that a typo shows. */
function submit_describe({ id, state, members: all }) {
    const absent = all.filter((member) => member.state === 'absent');
    const present = all.filter((member) => member.state !== 'absent');
    return [
        `${id}: ${members(collection_countMembers(present))} ${present.length === 0 ? '' : state}`.trim(),
        ...absent.map(({ kind, name }) => `  ${kind} ${name}: not there`),
    ]
        .map(oneLine)
        .join('\n');
}
async function submit_run(args) {
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options: submit_OPTIONS });
    const { wait } = values;
    if (wait !== undefined && wait !== 'stopped' && wait !== 'removed')
        throw new UsageError(`--wait ${wait}: takes stopped or removed`);
    const taken = await handOver(readTopology(values));
    // Nobody could say when what is in the spool has stopped.
    if (taken === undefined)
        return wait === undefined ? EXIT.done : EXIT.noAgent;
    const topology = wait === undefined ? taken : await waitFor(taken, wait);
    if (values.json)
        printJson(topology);
    else
        print(submit_describe(topology));
    return topology.state === 'failed' ? EXIT.refused : EXIT.done;
}
const submitCommand = {
    name: 'submit',
    summary: 'hand a topology over: its containers are asked to stop at once',
    help: submit_HELP,
    run: submit_run,
};

;// CONCATENATED MODULE: ./src/adapters/journal/state-folders.js



/** The folders of all agents under a root, whatever became of them. */
function stateFolders(root) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(root, { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map(({ name }) => new StateFolder((0,external_node_path_namespaceObject.join)(root, name)));
    }
    catch {
        return []; // Nobody has been here, or it is another user's.
    }
}
/** ms since the epoch; `undefined` where there is no such file. */
const changedAt = (path) => (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.mtimeMs;

;// CONCATENATED MODULE: ./src/entry/sweep.js






/** How long a folder may be without an agent before it counts as one whose agent is dead, in ms. */
const STARTING_MS = 60_000;
/** How long an agent may take to say that it lives, in ms. */
const ANSWER_MS = 1_000;
/** Collects what dead agents have left, one after the other; what living ones have is left alone. */
async function sweep({ root, script, log, signal, budgetMs, onSwept, onFailed, }) {
    for (const folder of stateFolders(root)) {
        if (signal?.aborted || (await isInUse(folder)))
            continue;
        try {
            const report = await drainInPlace({
                script,
                stateFolder: folder.path,
                budgetMs,
                trigger: 'sweep',
                log,
                onProgress: () => { },
                signal: AbortSignal.any([AbortSignal.timeout(budgetMs * 2), ...(signal ? [signal] : [])]),
            });
            tidyUp(folder);
            onSwept(folder.session, report);
        }
        catch (error) {
            onFailed(folder.session, error);
        }
    }
}
/** A runner empties its own folder; of other agents, what they had in the temporary one is theirs by its name. */
function tidyUp(state) {
    const { folder } = state.readSession();
    state.remove();
    if ((0,external_node_path_namespaceObject.basename)(folder) === state.session)
        (0,external_node_fs_namespaceObject.rmSync)(folder, { recursive: true, force: true });
}
/** An agent in another PID namespace is not among our processes, but answers on its socket. */
async function isInUse(folder) {
    const agent = folder.readAgent();
    if (agent !== undefined && isAlive(agent))
        return true;
    const session = changedAt(folder.sessionFile);
    if (session === undefined)
        return true;
    if (agent === undefined)
        return Date.now() - session < STARTING_MS;
    const client = new AgentClient(folder.readSession().socket);
    try {
        const { nonce } = await client.get('/healthz', { timeoutMs: ANSWER_MS });
        return nonce === agent.nonce;
    }
    catch {
        return false;
    }
    finally {
        client.close();
    }
}

;// CONCATENATED MODULE: ./src/entry/commands/sweep.js












const sweep_HELP = `usage: topo-gc sweep [--drain-timeout DURATION]

Collects what dead agents on this host have left: those of this user whose state is under $TOPO_GC_STATE, else
$XDG_STATE_HOME/topo-gc or ~/.local/state/topo-gc. What living agents have is left alone.
Exits with 70 where something could not be removed.

  --drain-timeout D  what each may take, such as 4m
`;
const DEFAULT_BUDGET = '4m';
async function sweep_run(args) {
    const options = { 'drain-timeout': { type: 'string', default: DEFAULT_BUDGET } };
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options });
    const given = values['drain-timeout'];
    const budgetMs = parseDuration(given);
    if (budgetMs === undefined)
        throw new UsageError(`--drain-timeout ${given}: takes a duration such as 4m`);
    const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)((0,external_node_os_namespaceObject.tmpdir)(), 'topo-gc-sweep-'));
    let status = EXIT.done;
    await sweep({
        root: stateRoot(process.env),
        script: bundle('agent'),
        log: (0,external_node_path_namespaceObject.join)(folder, 'agent.log'),
        budgetMs,
        onSwept: (session, report) => {
            print(`${session}: ${plainReport(report)}`);
            if (isLeaking(report))
                status = EXIT.leak;
        },
        onFailed: (session, error) => {
            say(`the session ${session} could not be swept: ${errors_describeError(error)}`);
            if (status === EXIT.done)
                status = EXIT.refused;
        },
    });
    (0,external_node_fs_namespaceObject.rmSync)(folder, { recursive: true, force: true });
    return status;
}
const sweepCommand = {
    name: 'sweep',
    summary: 'collect what dead agents on this host have left',
    help: sweep_HELP,
    run: sweep_run,
};

;// CONCATENATED MODULE: ./src/entry/cli.js











const COMMANDS = [
    submitCommand,
    collectCommand,
    statusCommand,
    listCommand,
    drainCommand,
    runCommandWithAgent,
    agentCommand,
    sweepCommand,
];
const USAGE = `usage: topo-gc COMMAND [OPTIONS]

Takes test teardown off the critical path: submit a topology when you are done with it, and go on.

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n')}

  topo-gc COMMAND --help tells more. TOPO_GC_SOCKET says where the agent is.
  Exit status: 0 done, 1 the agent or the engine said no, 2 usage, 3 no agent to be reached, 70 a leak.
`;
/** The client runs on older ones too, package.json's `engines`. */
const OLDEST_NODE = 24;
async function main([name, ...args]) {
    const [major = '0'] = process.versions.node.split('.');
    if (Number(major) < OLDEST_NODE)
        throw new UsageError(`needs Node ${OLDEST_NODE} or newer, this is ${process.version}`);
    if (name === '--help' || name === '-h' || name === 'help') {
        print(USAGE);
        return EXIT.done;
    }
    if (name === '--version') {
        print(VERSION);
        return EXIT.done;
    }
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command === undefined)
        throw new UsageError(unknownCommand(name));
    const separator = args.indexOf('--');
    const own = separator < 0 ? args : args.slice(0, separator);
    if (own.includes('--help') || own.includes('-h')) {
        print(command.help);
        return EXIT.done;
    }
    return command.run(args);
}
function unknownCommand(name) {
    if (name === undefined)
        return `a command is missing\n\n${USAGE}`;
    return `there is no command ${JSON.stringify(name)}\n\n${USAGE}`;
}
/** What `parseArgs` throws where an option is not known, or lacks its value. */
const isUsage = (error) => error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
/** The engine's words alone, such as `connect ENOENT`, don't say whose they are. */
const explain = (error) => error instanceof errors_TopoGcError && error.code === 'engine-failed'
    ? `${errors_ERRORS[error.code].title}: ${errors_describeError(error)}`
    : errors_describeError(error);
function fail(error) {
    say(explain(error));
    if (isUsage(error))
        return EXIT.usage;
    if (!(error instanceof errors_TopoGcError))
        return EXIT.refused;
    if (!error.message.includes('\n'))
        for (const fault of error.faults)
            say(`  ${describeFault(fault)}`);
    if (error.code === 'invalid-input')
        return EXIT.usage;
    return error.code === 'agent-not-found' ? EXIT.noAgent : EXIT.refused;
}
// A terminal that was closed, or a reader that has seen enough, ends nothing.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => { });
main(process.argv.slice(2))
    .catch(fail)
    .then((status) => process.exit(status));

module.exports = __webpack_exports__;
/******/ })()
;