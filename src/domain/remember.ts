/** Puts an entry behind all others of a map; a map with more than `most` entries forgets its first. */
export function remember<K, V>(known: Map<K, V>, key: K, value: V, most: number): void {
  known.delete(key);
  known.set(key, value);
  const [first] = known.keys();
  if (known.size > most && first !== undefined) known.delete(first);
}
