import fc from 'fast-check';
import { MEMBERS } from './tiny-engine.ts';

/** A request of HTTP, or bytes that are put on the socket as they are. */
export type MadeRequest =
  | {
      readonly kind: 'http';
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
      /** Where only this field is not as it should be: what the answer has to name, if it is no success. */
      readonly field?: string;
    }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly isCut: boolean };

const member = fc.oneof(
  fc.constantFrom(...MEMBERS),
  fc.constantFrom(...MEMBERS).map((name) => ({ name })),
  // A reference has no blanks.
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => `x${text.replaceAll(/\s/g, '_')}`),
);

const topology = fc.record(
  {
    id: fc.integer({ min: 1, max: 400 }).map((number) => `t-${number}`),
    name: fc.string(),
    containers: fc.array(member, { minLength: 1, maxLength: 4 }),
    networks: fc.array(member, { maxLength: 2 }),
    volumes: fc.array(member, { maxLength: 2 }),
    selectors: fc.array(
      fc.constantFrom('label=a=b', 'label=suite=vlan', { label: 'a=b', kinds: ['network'] }),
      { maxLength: 2 },
    ),
    stopTimeout: fc.constantFrom('1s', '500ms'),
    metadata: fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.string(),
      { maxKeys: 3, noNullPrototype: true },
    ),
    engine: fc.constant('TINY'),
  },
  { requiredKeys: ['id', 'containers'] },
);

const FIELDS = [
  ...['id', 'name', 'containers', 'networks', 'volumes', 'selectors', 'stopTimeout', 'metadata', 'engine'],
  ...['netns', 'paths', 'unknown', 'Containers', 'submittedAt'],
];

const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false } as object);

/** Some of it is what one or another field takes. */
const value = fc.oneof(
  json,
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(member, json), { maxLength: 4 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 3, noNullPrototype: true }),
);

/** A valid one in which one field is anything at all. */
const neighbour = fc
  .tuple(topology, fc.constantFrom(...FIELDS), value)
  .map(([valid, field, made]) => ({ body: JSON.stringify({ ...valid, [field]: made }), field }));

const http = (method: string, path: string, body: string | Uint8Array = '') =>
  ({ kind: 'http', method, path, headers: {}, body }) as const;

const submission = fc
  .tuple(topology, fc.constantFrom('', '', '', '?wait=stopped', '?wait=removed'))
  .map(([valid, query]) => http('POST', `/v1/topologies${query}`, JSON.stringify(valid)));

const nearby = neighbour.map(({ body, field }) => ({ ...http('POST', '/v1/topologies', body), field }));

const lease = fc
  .tuple(topology, fc.oneof(json, fc.record({ pid: fc.oneof(fc.constant(process.pid), fc.integer()) })))
  .map(([valid, owner]) => http('POST', '/v1/leases', JSON.stringify({ ...valid, owner })));

const timed = fc
  .tuple(topology, fc.oneof(json, fc.constantFrom('1s', '30m', '24h', '30', '0s', '25h')))
  .map(([valid, ttl]) => http('POST', '/v1/leases', JSON.stringify({ ...valid, ttl })));

const collection = fc
  .oneof(
    fc.constant('{}'),
    fc
      .array(fc.integer({ min: 1, max: 400 }))
      .map((ids) => JSON.stringify({ topologies: ids.map((id) => `t-${id}`) })),
    json.map((value) => JSON.stringify(value)),
  )
  .map((body) => http('POST', '/v1/collections', body));

const drain = fc
  .constantFrom('/v1/drain', '/v1/drain?final=false', '/v1/drain?budgetMs=50')
  .map((path) => http('POST', path));

const look = fc
  .constantFrom(
    ...['/v1/status', '/metrics', '/healthz', '/v1/topologies?state=pending'],
    ...['/v1/topologies/t-1', '/v1/topologies/t-2'],
  )
  .map((path) => http('GET', path));

/** Of header fields and paths Node takes these. */
const printable = fc.string({
  unit: fc.constantFrom(...'abcXYZ019 -_.~%/?#[]@!$&()*+,;=:{}"<>^|'),
  maxLength: 40,
});

const PATHS = ['/v1/topologies', '/v1/leases', '/v1/collections', '/v1/status', '/v1/drain', '/healthz', '/'];

/** The final drain would end what is tested. */
const isFinal = (path: string) => path.includes('drain') && path.includes('final');

const anything = fc.record({
  kind: fc.constant('http' as const),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PURGE'),
  path: fc
    .tuple(fc.constantFrom(...PATHS), printable)
    .map(([path, rest]) => (path + rest).replaceAll(' ', '%20'))
    .filter((path) => !isFinal(path)),
  headers: fc.dictionary(
    fc.constantFrom('content-type', 'accept', 'x-any', 'expect', 'authorization', 'if-match'),
    printable,
    { maxKeys: 3, noNullPrototype: true },
  ),
  body: fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.uint8Array({ maxLength: 400 }),
    printable,
  ),
});

const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 400 }).map((made) => ({ bytes: made, isCut: false })),
  fc.tuple(neighbour, fc.double({ min: 0, max: 1, noNaN: true })).map(([{ body }, share]) => {
    const length = Buffer.byteLength(body);
    const whole = `POST /v1/topologies HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n${body}`;
    return { bytes: Buffer.from(whole.slice(0, Math.floor(share * (whole.length - 1)))), isCut: true };
  }),
  printable.map((line) => ({ bytes: Buffer.from(`POST ${line} HTTP/1.1\r\n\r\n`), isCut: false })),
);

/** Requests of all kinds: valid ones, their neighbours, and what is none. */
export const madeRequest: fc.Arbitrary<MadeRequest> = fc.oneof(
  { weight: 3, arbitrary: submission },
  { weight: 5, arbitrary: nearby },
  { weight: 1, arbitrary: lease },
  { weight: 1, arbitrary: timed },
  { weight: 1, arbitrary: collection },
  { weight: 1, arbitrary: look },
  { weight: 1, arbitrary: drain },
  { weight: 4, arbitrary: anything },
  { weight: 3, arbitrary: bytes.map((made) => ({ kind: 'bytes' as const, ...made })) },
);
