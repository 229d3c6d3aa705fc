"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.submitAfter = submitAfter;
const errors_ts_1 = require("../domain/errors.js");
const submitting_ts_1 = require("./submitting.js");
const isNotTaken = (error) => error instanceof errors_ts_1.TopoGcError && ['agent-not-found', 'closed', 'journal-failed'].includes(error.code);
/**
 * Hands a topology over in a hook of the test runner: `submitAfter(afterAll, () => ({ containers: [web.getId()] }))`.
 * @param topology a function is called when the tests are over
 * @throws nothing itself; without `otherwise`, the hook fails as `submit` does
 */
function submitAfter(hook, topology, options = {}) {
    const { otherwise, ...address } = options;
    hook(async () => {
        const body = typeof topology === 'function' ? await topology() : topology;
        try {
            await (0, submitting_ts_1.submit)(body, address);
        }
        catch (error) {
            if (otherwise === undefined || !isNotTaken(error))
                throw error;
            await otherwise();
        }
    });
}
