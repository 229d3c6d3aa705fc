"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.linesOf = linesOf;
/** The lines of a text that arrives in pieces, without line ends; text after the last line end is dropped. */
async function* linesOf(chunks) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
}
