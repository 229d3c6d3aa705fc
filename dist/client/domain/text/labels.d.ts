/** The values of an input with one value per line, trimmed and without empty lines. */
export declare const inputLines: (text: string) => readonly string[];
/** `key=value`, exactly one value of one key; `undefined` for anything wider. */
export declare const parseLabel: (text: string) => string | undefined;
/** `sweep-labels`: one per line, each once, none if the text is empty; `undefined` if one of them is no `key=value`. */
export declare function parseLabels(text: string): readonly string[] | undefined;
/** Whether something carries exactly this `key=value`. */
export declare function carriesLabel({ labels }: {
    readonly labels: Readonly<Record<string, string>>;
}, label: string): boolean;
