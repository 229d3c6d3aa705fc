/** `1 container`, `2 containers`. @param many what two of it are, where that is not the word and an s */
export declare const counted: (count: number, one: string, many?: string) => string;
