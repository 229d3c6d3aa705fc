/** Puts an entry into a map behind all others; of more than `most`, what came first is forgotten. */
export function remember<K, V>(known: Map<K, V>, key: K, value: V, most: number): void {
  known.delete(key);
  known.set(key, value);
  const [first] = known.keys();
  if (known.size > most && first !== undefined) known.delete(first);
}
