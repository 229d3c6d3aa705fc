/** Groups items with the same key, in the order in which the keys first occur. `Map.groupBy` needs a Node newer than 20. */
export declare function grouped<T>(all: readonly T[], keyOf: (each: T) => string): T[][];
