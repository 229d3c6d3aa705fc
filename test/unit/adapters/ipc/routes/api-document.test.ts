import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OutputBudget } from '../../../../../src/adapters/ipc/output-budget.ts';
import { COLLECTION_ROUTES } from '../../../../../src/adapters/ipc/routes/collection-routes.ts';
import { EventStreams } from '../../../../../src/adapters/ipc/routes/event-streams.ts';
import { LEASE_ROUTES } from '../../../../../src/adapters/ipc/routes/lease-routes.ts';
import { observeRoutes } from '../../../../../src/adapters/ipc/routes/observe-routes.ts';
import { TOPOLOGY_ROUTES } from '../../../../../src/adapters/ipc/routes/topology-routes.ts';
import { ERRORS } from '../../../../../src/domain/errors.ts';
import { readSubmission } from '../../../../../src/protocol/submission-schema.ts';
import { bodyFaults, document } from '../../../../support/api-document.ts';

const ROUTES = [
  ...TOPOLOGY_ROUTES,
  ...LEASE_ROUTES,
  ...COLLECTION_ROUTES,
  ...observeRoutes('', new EventStreams(new OutputBudget())),
];

interface Parameter {
  readonly in: string;
  readonly name: string;
}

test('it is an OpenAPI document', async () => {
  const checked = await new Validator().validate(readFileSync('docs/openapi.yaml', 'utf8'));
  expect(checked).toMatchObject({ valid: true });
});

test('it has the routes of the server, with their query parameters, and no others', () => {
  const told = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const { parameters = [] } = operation as { parameters?: readonly Parameter[] };
      const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
      return `${method.toUpperCase()} ${path} ${query.sort()}`;
    }),
  );
  const served = ROUTES.map(
    ({ method, path, query = {} }) => `${method} ${path} ${Object.keys(query).sort()}`,
  );
  expect(told.sort()).toEqual(served.sort());
});

test('it has the codes of all errors', () => {
  const { components } = document as unknown as {
    components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
  };
  expect(components.schemas.Problem.properties.code.enum).toEqual(Object.keys(ERRORS));
});

function isTaken(submission: unknown): boolean {
  try {
    readSubmission(submission);
    return true;
  } catch {
    return false;
  }
}

const name = fc.stringMatching(/^[a-z]{1,8}$/);
const ref = fc.oneof(
  name,
  fc.record({ id: name }),
  fc.record({ name }),
  fc.record({ name, shared: fc.boolean() }),
  fc.constant(7),
);
const refs = fc.array(ref, { maxLength: 2 });
const submissions = fc.record(
  {
    containers: fc.array(name, { minLength: 1, maxLength: 2 }),
    id: fc.oneof(name, fc.constantFrom('a b', '', '-x', 'test_a.py::B[1]')),
    name: fc.oneof(name, fc.integer()),
    networks: refs,
    volumes: refs,
    selectors: fc.array(
      fc.constantFrom(
        'label=a=b',
        'label=a',
        'label=a=',
        'a=b',
        { label: 'a=b' },
        { label: 'a=b', kinds: [] },
        { label: 'a=b', kinds: ['volume'] },
      ),
      { maxLength: 2 },
    ),
    metadata: fc.dictionary(name, fc.oneof(name, fc.integer()), { noNullPrototype: true }),
    engine: name,
    unknown: fc.constant(1),
  },
  { requiredKeys: ['containers'] },
);

test('what it lets through the server takes, and nothing else', () => {
  fc.assert(
    fc.property(submissions, (submission) => {
      const faults = bodyFaults('POST', '/v1/topologies', submission);
      expect({ faults, isTaken: isTaken(submission) }).toEqual({ faults, isTaken: faults.length === 0 });
    }),
    { numRuns: 2000 },
  );
}, 60_000);
