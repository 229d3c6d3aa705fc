/** What would make a container anew, and the line that ends it, to be read after the container's name; `undefined` for all others. */
export declare function whyMadeAnew(labels: Readonly<Record<string, string>>): string | undefined;
