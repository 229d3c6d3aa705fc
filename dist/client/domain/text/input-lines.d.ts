/** What an input of one thing a line holds, trimmed and without empty lines. */
export declare const inputLines: (text: string) => readonly string[];
