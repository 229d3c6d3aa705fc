"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.kindOfField = exports.namingOf = exports.LABELLED_KINDS = exports.HOST_KINDS = exports.ENGINE_KINDS = exports.NAMED_KINDS = exports.isLabelledKind = exports.isClusteredKind = exports.isEngineKind = exports.isHostKind = exports.isNamedKind = exports.isMemberKind = exports.MEMBER_KINDS = exports.kindOf = exports.KINDS = void 0;
const container_ts_1 = require("./container.js");
const image_ts_1 = require("./image.js");
const netns_ts_1 = require("./netns.js");
const network_ts_1 = require("./network.js");
const path_ts_1 = require("./path.js");
const config_ts_1 = require("./swarm/config.js");
const secret_ts_1 = require("./swarm/secret.js");
const service_ts_1 = require("./swarm/service.js");
const volume_ts_1 = require("./volume.js");
/** Every kind of member, one line per kind, in the order in which output lists them. */
exports.KINDS = {
    container: container_ts_1.container,
    network: network_ts_1.network,
    volume: volume_ts_1.volume,
    service: service_ts_1.service,
    config: config_ts_1.config,
    secret: secret_ts_1.secret,
    netns: netns_ts_1.netns,
    path: path_ts_1.path,
    image: image_ts_1.image,
};
/** A kind for code that does not depend on which kind it is. */
const kindOf = (kind) => exports.KINDS[kind];
exports.kindOf = kindOf;
exports.MEMBER_KINDS = Object.keys(exports.KINDS);
const isMemberKind = (text) => Object.hasOwn(exports.KINDS, text);
exports.isMemberKind = isMemberKind;
const isNamedKind = (kind) => (0, exports.kindOf)(kind).naming !== undefined;
exports.isNamedKind = isNamedKind;
const isHostKind = (kind) => (0, exports.kindOf)(kind).on === 'host';
exports.isHostKind = isHostKind;
const isEngineKind = (kind) => (0, exports.isNamedKind)(kind) && !(0, exports.isHostKind)(kind);
exports.isEngineKind = isEngineKind;
const isClusteredKind = (kind) => (0, exports.kindOf)(kind).isClustered === true;
exports.isClusteredKind = isClusteredKind;
const isLabelledKind = (kind) => (0, exports.kindOf)(kind).isLabelled;
exports.isLabelledKind = isLabelledKind;
exports.NAMED_KINDS = exports.MEMBER_KINDS.filter(exports.isNamedKind);
exports.ENGINE_KINDS = exports.MEMBER_KINDS.filter(exports.isEngineKind);
exports.HOST_KINDS = exports.MEMBER_KINDS.filter(exports.isHostKind);
exports.LABELLED_KINDS = exports.MEMBER_KINDS.filter(exports.isLabelledKind);
/** The naming of a kind's members. */
const namingOf = (kind) => exports.KINDS[kind].naming;
exports.namingOf = namingOf;
/** The kind whose members that field of a submission names. */
const kindOfField = (field) => exports.NAMED_KINDS.find((kind) => (0, exports.namingOf)(kind).field === field);
exports.kindOfField = kindOfField;
