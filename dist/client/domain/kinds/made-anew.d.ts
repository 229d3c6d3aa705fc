/**
 * What would make a container anew, and the command that ends it, as words that follow the container's name; otherwise
 * `undefined`.
 */
export declare function whyMadeAnew(labels: Readonly<Record<string, string>>): string | undefined;
