export const afterAMonth = (): AbortSignal => AbortSignal.timeout(30 * 24 * 3600e3);
