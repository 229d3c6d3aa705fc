declare const expect: { poll(look: () => number): Promise<void> };

export const seen = (): Promise<void> => expect.poll(() => 1);
