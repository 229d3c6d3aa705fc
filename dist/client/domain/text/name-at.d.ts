/** `east/web`: the name of a member behind that of its engine, if the session has several engines. */
export declare const nameAt: ({ name, site, }: {
    readonly name: string;
    readonly site?: string | undefined;
}) => string;
