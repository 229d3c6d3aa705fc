"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.leasedTopology = exports.withoutMember = void 0;
exports.extendLease = extendLease;
const member_ref_ts_1 = require("./member-ref.js");
const submission_ts_1 = require("./submission.js");
const topology_ts_1 = require("./topology.js");
/** The last named owner or time to live; a connection that holds the lease too changes neither. */
const termOf = ({ owner, ttl }) => ({
    ...(owner !== undefined && { owner }),
    ...(ttl !== undefined && { ttl }),
});
/** A client that renews its lease names the same selectors again. */
const isSameSelector = (a, b) => a.label === b.label && a.site === b.site && String(a.kinds) === String(b.kinds);
/** The known lease with the new members; the last named owner or time to live becomes its own. */
function extendLease(known, lease) {
    if (known === undefined)
        return lease;
    const members = lease.members.filter((member) => !known.members.some((other) => (0, topology_ts_1.isSameMember)(other, member)));
    const { owner: _, ttl: __, ...rest } = known;
    return {
        ...rest,
        ...lease,
        ...termOf(lease.owner === undefined && lease.ttl === undefined ? known : lease),
        leasedAt: known.leasedAt,
        members: [...known.members, ...members],
        selectors: [...known.selectors, ...lease.selectors].filter((selector, at, all) => all.findIndex((other) => isSameSelector(other, selector)) === at),
        absent: [...known.absent, ...lease.absent].filter((ref, at, all) => !lease.members.some((member) => (0, member_ref_ts_1.isMeant)(ref, member)) &&
            all.findIndex((other) => (0, submission_ts_1.isSameRef)(other, ref)) === at),
    };
}
/** Drops members that are gone from a lease: their names may belong to somebody else. */
const withoutMember = (lease, gone) => ({
    ...lease,
    members: lease.members.filter((member) => (0, topology_ts_1.memberKey)(member) !== gone),
});
exports.withoutMember = withoutMember;
/**
 * A lease as clients see it: a topology with all members `leased`, or `dropped` after it is given back.
 * @param endsAt when its time to live is over, in ms since the epoch
 */
const leasedTopology = (lease, state = 'leased', endsAt) => ({
    id: lease.id,
    name: lease.name,
    submittedAt: lease.leasedAt,
    ...(endsAt !== undefined && { leaseEndsAt: endsAt }),
    ...(lease.stopTimeoutMs !== undefined && { stopTimeoutMs: lease.stopTimeoutMs }),
    metadata: lease.metadata,
    members: [
        ...lease.members.map((facts) => ({ ...facts, state, submittedAt: lease.leasedAt })),
        ...lease.absent.map(({ kind, ref, shown = ref, site, error }) => ({
            kind,
            id: ref,
            name: shown,
            ...(site !== undefined && { site }),
            state: 'absent',
            submittedAt: lease.leasedAt,
            ...(error !== undefined && { error }),
        })),
    ],
});
exports.leasedTopology = leasedTopology;
