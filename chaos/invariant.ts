/** What was promised and does not hold. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** @throws Violation */
export function hold(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Violation(otherwise);
}
