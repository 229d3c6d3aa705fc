"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.AgentClient = void 0;
const node_http_1 = require("node:http");
const node_stream_1 = require("node:stream");
const consumers_1 = require("node:stream/consumers");
const errors_ts_1 = require("../../domain/errors.js");
const lines_ts_1 = require("../../domain/text/lines.js");
const drain_lines_ts_1 = require("../../protocol/drain-lines.js");
const event_lines_ts_1 = require("../../protocol/event-lines.js");
const problem_ts_1 = require("../../protocol/problem.js");
/** A client of an agent. Its errors are TopoGcErrors: the agent's own, or `agent-not-found` where none answers. */
class AgentClient {
    #socketPath;
    #agent = new node_http_1.Agent({ keepAlive: true });
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
     * Requests something that lasts as long as the connection, which keeps no process alive.
     * @returns the first line of the answer, read as JSON
     */
    async hold(path, options = {}) {
        const response = await this.#send('POST', path, options);
        try {
            const { value } = await (0, lines_ts_1.linesOf)(response).next();
            response.socket.unref();
            return JSON.parse(value ?? '');
        }
        catch (error) {
            throw this.#brokenOff(error);
        }
    }
    /**
     * Listens: the stream has all events from the moment at which this resolves. The signal ends the iteration with its
     * reason.
     */
    async events(signal) {
        const response = await this.#send('GET', '/v1/events', {});
        if (signal !== undefined)
            (0, node_stream_1.addAbortSignal)(signal, response);
        return this.#tell(response, signal);
    }
    async *#tell(response, signal) {
        try {
            yield* (0, event_lines_ts_1.readEvents)(response);
        }
        catch (error) {
            throw signal?.aborted ? signal.reason : this.#brokenOff(error);
        }
    }
    /** Drains, and reports the progress. */
    async drain({ final, budgetMs, timeoutMs, onProgress, signal }) {
        const query = new URLSearchParams({
            final: String(final),
            ...(budgetMs && { budgetMs: String(budgetMs) }),
        });
        const options = timeoutMs === undefined ? {} : { timeoutMs };
        const response = await this.#send('POST', `/v1/drain?${query}`, options);
        if (signal !== undefined)
            (0, node_stream_1.addAbortSignal)(signal, response);
        try {
            return await (0, drain_lines_ts_1.readDrain)(response, onProgress);
        }
        catch (error) {
            throw error instanceof errors_ts_1.TopoGcError ? error : this.#brokenOff(error);
        }
    }
    close() {
        this.#agent.destroy();
    }
    async #read(response) {
        try {
            return (await (0, consumers_1.json)(response));
        }
        catch (error) {
            throw this.#brokenOff(error);
        }
    }
    /** Resolves when an answer begins that is not a problem. */
    async #send(method, path, options) {
        const response = await this.#request(method, path, options);
        if ((response.statusCode ?? 500) < 400)
            return response;
        throw (0, problem_ts_1.fromProblem)((await this.#read(response)) ?? {});
    }
    #request(method, path, { body, timeoutMs }) {
        const text = body === undefined ? '' : JSON.stringify(body);
        return new Promise((resolve, reject) => {
            const request = (0, node_http_1.request)({
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
            request.on('timeout', () => request.destroy(this.#late(timeoutMs ?? 0)));
            request.on('error', (cause) => reject(cause instanceof errors_ts_1.TopoGcError ? cause : this.#lost(cause)));
            request.end(text);
        });
    }
    /** The agent is there, and has not begun to answer. */
    #late(timeoutMs) {
        return this.#notReached(`The agent at ${this.#socketPath} has not answered within ${timeoutMs / 1000} s`);
    }
    /** The agent has begun to answer, and its answer has no end. */
    #brokenOff(cause) {
        return this.#notReached(`The answer of the agent at ${this.#socketPath} broke off`, cause);
    }
    #lost(cause) {
        return this.#notReached(`No agent answers at ${this.#socketPath}`, cause);
    }
    #notReached(message, cause) {
        return new errors_ts_1.TopoGcError('agent-not-found', message, { cause });
    }
}
exports.AgentClient = AgentClient;
