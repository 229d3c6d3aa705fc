/** `1 container`, `2 containers`. @param many the plural, if it is not the word with an s */
export declare const counted: (count: number, one: string, many?: string) => string;
