import fc from 'fast-check';

/** What may happen to the bytes of a journal. Places are shares of what is written, so that they fit any journal. */
export type Damage =
  | { readonly kind: 'truncate'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'overwrite'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'append'; readonly bytes: Uint8Array }
  | { readonly kind: 'duplicate'; readonly from: number; readonly at: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });

export const madeDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('truncate' as const), at: place }),
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('overwrite' as const), at: place, bytes }),
  fc.record({ kind: fc.constant('append' as const), bytes }),
  fc.record({ kind: fc.constant('duplicate' as const), from: place, at: place }),
);

/** @param written how many bytes records take; what follows is reserved space */
export function applyDamage(
  file: Buffer,
  written: number,
  damage: Damage,
): { readonly file: Buffer; readonly from: number } {
  const offset = (share: number) => Math.min(written - 1, Math.floor(share * written));
  switch (damage.kind) {
    case 'truncate':
      return { file: file.subarray(0, offset(damage.at)), from: offset(damage.at) };
    case 'flip': {
      const from = offset(damage.at);
      const damaged = Buffer.from(file);
      damaged[from] = (damaged[from] ?? 0) ^ (1 << damage.bit);
      return { file: damaged, from };
    }
    case 'overwrite':
      return overwrite(file, offset(damage.at), damage.bytes);
    case 'append':
      return overwrite(file, written, damage.bytes);
    case 'duplicate':
      return overwrite(file, offset(damage.at), file.subarray(offset(damage.from), written));
  }
}

function overwrite(file: Buffer, from: number, bytes: Uint8Array): { file: Buffer; from: number } {
  const damaged = Buffer.alloc(Math.max(file.length, from + bytes.length));
  file.copy(damaged);
  damaged.set(bytes, from);
  return { file: damaged, from };
}
