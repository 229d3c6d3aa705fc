"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.readEvents = readEvents;
const lines_ts_1 = require("../domain/text/lines.js");
const DATA = 'data: ';
/** Reads the answer of `GET /v1/events`, server-sent events with one `data` line each, as they arrive. */
async function* readEvents(chunks) {
    for await (const line of (0, lines_ts_1.linesOf)(chunks)) {
        if (line.startsWith(DATA))
            yield JSON.parse(line.slice(DATA.length));
    }
}
