import fc from 'fast-check';
import { LEAK_CAUSES } from '../../../src/domain/leaks/leak-cause.ts';
import type { JournalEvent } from '../../../src/domain/ledger/journal-events.ts';
import type { MemberKey, TopologyId } from '../../../src/domain/topology/topology.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
const time = fc.nat();
const id = fc.string({ minLength: 1, maxLength: 20 }).map((made) => made as TopologyId);
const member = fc
  .tuple(fc.constantFrom('container', 'network', 'volume'), fc.string({ maxLength: 20 }))
  .map(([kind, of]) => `${kind}:${of}` as MemberKey);

/** Any event that a journal may hold, with any text in it. */
export const madeEvent: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.record({ type: fc.constant('draining' as const), at: time }),
  fc.record({
    type: fc.constant('opened' as const),
    at: time,
    session: fc.record({ id: text, startedAt: text, engineId: text }),
  }),
  fc.record({
    type: fc.constant('submitted' as const),
    at: time,
    topology: id,
    name: text,
    metadata: fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      text,
      { noNullPrototype: true, maxKeys: 5 },
    ),
    members: fc.array(fc.record({ kind: fc.constant('volume' as const), id: text, name: text }), {
      maxLength: 8,
    }),
    tookMs: time,
  }),
  fc.record({
    type: fc.constantFrom('stopped' as const, 'removed' as const),
    at: time,
    topology: id,
    member,
  }),
  fc.record({
    type: fc.constant('failed' as const),
    at: time,
    topology: id,
    member,
    error: text,
    cause: fc.constantFrom(...LEAK_CAUSES),
  }),
  fc.record({ type: fc.constant('rejected' as const), at: time, file: text, error: text }),
);
