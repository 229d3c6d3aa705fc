"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.SitesLost = exports.titleOf = exports.isSameEngine = void 0;
exports.siteOf = siteOf;
exports.bySite = bySite;
const engine_ts_1 = require("./engine.js");
/** Whether two identities are of one engine: before 23.0 all engines of a host share one id. */
const isSameEngine = (a, b) => a.id === b.id && a.dataRoot === b.dataRoot;
exports.isSameEngine = isSameEngine;
/** What people call a site: its name, or the address of a default engine without one. */
const titleOf = ({ name, identity }) => name ?? identity.host;
exports.titleOf = titleOf;
/** The site of a member. @throws EngineError if the session has no site of that name */
function siteOf(sites, { site: name }) {
    const site = name === undefined ? sites[0] : sites.find((each) => each.name === name);
    if (site === undefined)
        throw new engine_ts_1.EngineError('rejected', `the session has no engine ${name}`);
    return site;
}
/** The members of each site that has members. */
function bySite(sites, members) {
    return sites
        .map((site) => [site, members.filter((member) => siteOf(sites, member) === site)])
        .filter(([, here]) => here.length > 0);
}
/** Some sites did not answer a question to all sites. */
class SitesLost extends engine_ts_1.EngineError {
    /** The answers of the other sites. */
    answer;
    constructor(answer, message, cause) {
        super(cause.fault, message, cause);
        this.answer = answer;
    }
}
exports.SitesLost = SitesLost;
