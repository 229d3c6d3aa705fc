/** Those with the same key together, in the order in which each key comes first. `Map.groupBy` is younger than Node 20. */
export declare function grouped<T>(all: readonly T[], keyOf: (each: T) => string): T[][];
