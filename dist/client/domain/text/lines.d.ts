/** The lines of a text that arrives in pieces, without their ends; what follows the last end is no line. */
export declare function linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string>;
