/** The lines of a text that arrives in pieces, without line ends; text after the last line end is dropped. */
export declare function linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string>;
