/** What an input of one thing a line holds, trimmed and without empty lines. */
export declare const inputLines: (text: string) => readonly string[];
/** `key=value`, which is exactly one value of one key; `undefined` for anything wider. */
export declare const parseLabel: (text: string) => string | undefined;
/** `sweep-labels`: one a line, each once, none where the text is empty; `undefined` where one of them is no `key=value`. */
export declare function parseLabels(text: string): readonly string[] | undefined;
/** Whether something carries exactly this `key=value`. */
export declare function carriesLabel({ labels }: {
    readonly labels: Readonly<Record<string, string>>;
}, label: string): boolean;
