import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const DOCUMENT = new URL('../../docs/openapi.yaml', import.meta.url);

interface Operation {
  readonly responses: Readonly<Record<string, unknown>>;
}

/** docs/openapi.yaml, as parsed. */
export const document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } =
  parse(readFileSync(DOCUMENT, 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(document, 'api');

const pointer = (...steps: readonly string[]): string =>
  `api#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

function faultsOf(schema: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: schema });
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** `GET /v1/topologies/{id}` for what was asked by `GET` at `/v1/topologies/lab`. @throws Error where there is none */
function operationOf(
  method: string,
  path: string,
): { readonly route: string; readonly operation: Operation } {
  const asked = path.replace(/\?.*/, '').split('/');
  const route = Object.keys(document.paths).find((each) => {
    const parts = each.split('/');
    return (
      parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at])
    );
  });
  const operation = route && document.paths[route]?.[method.toLowerCase()];
  if (!route || !operation) throw new Error(`the document has no ${method} ${path}`);
  return { route, operation };
}

/** What an answer, or a line of one, is not by the document; nothing where it is as it says. */
export function answerFaults(
  [method, path]: readonly [method: string, path: string],
  { status, type, json }: { readonly status: number; readonly type: string; readonly json: unknown },
): string[] {
  const { route, operation } = operationOf(method, path);
  const key = String(status) in operation.responses ? String(status) : 'default';
  if (key === 'default' && status < 400) return [`${method} ${route} does not answer ${status}`];
  const at = ['paths', route, method.toLowerCase(), 'responses', key];
  const response = operation.responses[key] as { $ref?: string };
  const [, , ...shared] = response.$ref?.split('/') ?? [];
  const base = response.$ref === undefined ? at : ['components', ...shared];
  return faultsOf(pointer(...base, 'content', type.replace(/;.*/, ''), 'schema'), json);
}

/** What a body for that operation is not by the document. */
export const bodyFaults = (method: string, path: string, json: unknown): string[] =>
  faultsOf(
    pointer(
      'paths',
      operationOf(method, path).route,
      method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    ),
    json,
  );
