declare const vi: { waitFor(look: () => void): Promise<void> };

export const seen = (): Promise<void> => vi.waitFor(() => {});
