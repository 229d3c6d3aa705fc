"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.limitsFrom = exports.MEASURE_INPUTS = exports.RESTS = exports.PRESSURES = exports.MEASURES = void 0;
exports.readingsShown = readingsShown;
exports.measureFor = measureFor;
const grouped_ts_1 = require("../text/grouped.js");
const age_ts_1 = require("./age.js");
const busy_ts_1 = require("./busy.js");
const containers_ts_1 = require("./containers.js");
const cpu_ts_1 = require("./cpu.js");
const disk_ts_1 = require("./disk.js");
const inodes_ts_1 = require("./inodes.js");
const memory_ts_1 = require("./memory.js");
const networks_ts_1 = require("./networks.js");
/** Every measure, one line per measure, in the order in which output lists them. */
const TABLE = {
    disk: disk_ts_1.disk,
    inodes: inodes_ts_1.inodes,
    memory: memory_ts_1.memory,
    cpu: cpu_ts_1.cpu,
    busy: busy_ts_1.busy,
    containers: containers_ts_1.containers,
    networks: networks_ts_1.networks,
    age: age_ts_1.age,
};
exports.MEASURES = Object.values(TABLE);
/** The measures that fire above their limit. */
exports.PRESSURES = exports.MEASURES.filter((measure) => measure.fires === 'above');
/** The measures that fire below their limit. */
exports.RESTS = exports.MEASURES.filter(({ fires }) => fires === 'below');
/** The input of each measure, in the order in which people read them: `idle-collect` and its like come last. */
exports.MEASURE_INPUTS = Object.fromEntries([...exports.PRESSURES, ...exports.RESTS].map(({ input }) => [input.name, input]));
/** @param parsed the value of each input, by its name */
const limitsFrom = (parsed) => Object.fromEntries(exports.MEASURES.map(({ trigger, input }) => [trigger, parsed[input.name]]));
exports.limitsFrom = limitsFrom;
/** The amounts of the measures that are shown, in the order in which output lists them; all amounts of one place stay together. */
function readingsShown(readings) {
    const all = exports.MEASURES.filter(({ words }) => words.isShown).flatMap(({ input: { name: input }, unit, amounts }) => amounts(readings).map(({ of, ...amount }) => ({ input, of, unit, ...amount })));
    return (0, grouped_ts_1.grouped)(all, ({ input, of }) => `${input} ${of}`).flat();
}
/** The measure of such a reading. */
function measureFor({ input, unit }) {
    const known = exports.MEASURES.filter((measure) => measure.input.name === input);
    const found = known.find((measure) => measure.unit === unit) ?? known[0];
    if (found === undefined)
        throw new Error(`there is no measure with the input ${input}`);
    return found;
}
