"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.networks = void 0;
const errors_ts_1 = require("../errors.js");
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
const site_ts_1 = require("../site.js");
const counts_ts_1 = require("./counts.js");
const left_members_ts_1 = require("./left-members.js");
const WHERE = 'on the engine';
/** What such a reading is called. */
const PREFIX = 'networks ';
/** One of several engines that does not tell its count is named, and hides no other. */
async function countAll({ engine, sites, missing }) {
    const [first, ...others] = sites;
    if (others.length === 0)
        return [[undefined, await engine.countBridges()]];
    const counts = [first, ...others].map(async (site) => {
        try {
            const count = await engine.at(site.name).countBridges();
            return [[site === first ? undefined : site.name, count]];
        }
        catch (error) {
            missing(`${(0, site_ts_1.titleOf)(site)}: ${(0, errors_ts_1.describeError)(error)}`);
            return [];
        }
    });
    return (await Promise.all(counts)).flat();
}
function readCounts(counts = []) {
    const others = counts.flatMap(([site, count]) => (site === undefined ? [] : [[site, count]]));
    const own = counts.find(([site]) => site === undefined);
    return {
        ...(own !== undefined && { networks: own[1] }),
        ...(others.length > 0 && { networksAt: Object.fromEntries(others) }),
    };
}
/** The counts after the networks of some topologies are gone. */
function without({ networks: count, networksAt }, topologies) {
    const gone = topologies.flatMap((topology) => (0, left_members_ts_1.leftOf)(topology, 'network'));
    const goneAt = (site) => gone.filter((network) => network.site === site).length;
    const here = gone.filter(({ site }) => site === undefined || networksAt?.[site] === undefined).length;
    return {
        ...(count !== undefined && { networks: count - here }),
        ...(networksAt && {
            networksAt: Object.fromEntries(Object.entries(networksAt).map(([site, there]) => [site, there - goneAt(site)])),
        }),
    };
}
const whereOf = (of) => of.startsWith(PREFIX) ? `${WHERE} ${of.slice(PREFIX.length)}` : WHERE;
/** The number of bridge networks on the engine, whose address pools run out. */
exports.networks = {
    trigger: 'networks',
    input: { name: 'network-threshold', ...(0, limit_inputs_ts_1.countInput)('24') },
    unit: 'count',
    fires: 'above',
    urgency: 30,
    runsOut: false,
    reads: {
        name: 'networks',
        ask: countAll,
        read: readCounts,
    },
    relief: {
        isMeasured: false,
        cutsGrace: false,
        weighsLayers: false,
        isHelpedByImages: false,
        helpers: (pending) => pending.filter((topology) => (0, left_members_ts_1.leftOf)(topology, 'network').length > 0),
        expected: (readings, { topologies }) => without(readings, topologies),
    },
    words: {
        isShown: true,
        name: (of) => of,
        subject: (of) => of,
        figure: 'amount',
        after: () => WHERE,
        lane: 20,
        wavers: false,
    },
    metrics: [
        {
            name: 'topo_gc_engine_networks',
            help: 'Bridge networks on the engine, whoever made them.',
            samples: ({ networks: value, networksAt = {} }) => [
                ...(value === undefined ? [] : [{ value }]),
                ...Object.entries(networksAt).map(([engine, count]) => ({ labels: { engine }, value: count })),
            ],
        },
    ],
    whenOften: {
        effect: 'has fewer and larger collections, once the daemon has more address pools (default-address-pools)',
    },
    amounts: ({ networks: value, networksAt = {} }) => [
        ...(value === undefined ? [] : [{ of: 'networks', value }]),
        ...Object.entries(networksAt).map(([site, count]) => ({ of: `${PREFIX}${site}`, value: count })),
    ],
    crossed: (limit, amount, margin) => (0, counts_ts_1.countCrossed)('network', whereOf(amount.of), limit, amount, margin),
};
