import { describe, expect, test } from 'vitest';
import { answerFaults, bodyFaults, document } from '../../support/api-document.ts';
import { FENCES, type Fence, fencesIn } from './documentation.ts';
import { jsonOf } from './json-text.ts';
import { shellWords } from './shell-words.ts';

/** What a line of `curl` asks the agent. */
interface Question {
  readonly file: string;
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

const ORIGIN = 'http://topo-gc';

function questionOf(file: string, words: readonly string[]): Question {
  const after = (option: string) => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
  // A shell's `$$` is its pid.
  const body = after('-d')?.replaceAll('$$', '1');
  const path = words.find((word) => word.startsWith(ORIGIN))?.slice(ORIGIN.length) ?? '';
  const method = after('-X') ?? (body === undefined ? 'GET' : 'POST');
  return { file, method, path, ...(body !== undefined && { body }) };
}

const questionsOf = ({ file, text }: Fence): Question[] =>
  [...text.matchAll(/^(?:\$ )?(?=curl )/gm)]
    .map(({ index, 0: prompt }) => shellWords(text.slice(index + prompt.length)))
    .filter((words) => words.includes('--unix-socket'))
    .map((words) => questionOf(file, words));

const questions = fencesIn('sh', 'console').flatMap(questionsOf);

/** A question with the answer that follows it in the same document. */
const answered = FENCES.flatMap((fence, at) => {
  const next = FENCES[at + 1];
  const [question] = fence.language === 'console' ? questionsOf(fence) : [];
  return question !== undefined && next?.language === 'json' && next.file === fence.file
    ? [{ ...question, answer: next.text }]
    : [];
});

/** What of an answer is not by the document, by each status and type that it may have; one of them has to be empty. */
function answerFaultsOf({ method, path }: Question, answer: string): string[][] {
  const values = jsonOf(answer);
  const [first] = values as { code?: string; status?: number }[];
  const isProblem = first?.code !== undefined;
  const forms = isProblem
    ? [{ status: first?.status ?? 0, type: 'application/problem+json' }]
    : [200, 202].flatMap((status) =>
        ['application/json', 'application/x-ndjson'].map((type) => ({ status, type })),
      );
  return forms.map((form) =>
    values.flatMap((json) => {
      try {
        return answerFaults([method, path], { ...form, json });
      } catch (error) {
        return [String(error)];
      }
    }),
  );
}

test('there are questions and answers', () => {
  expect(questions.length).toBeGreaterThan(10);
  expect(answered.length).toBeGreaterThan(4);
});

test.each(questions)('$file asks by a route and a body that there are: $method $path', (question) => {
  const { method, path, body } = question;
  if (body !== undefined) expect(bodyFaults(method, path, JSON.parse(body))).toEqual([]);
  const [asked = ''] = path.split('?');
  const routes = Object.keys(document.paths).map(
    (route) => new RegExp(`^${route.replace(/{\w+}/g, '[^/]+')}$`),
  );
  expect(routes.some((route) => route.test(asked))).toBe(true);
});

test.each(answered)('$file: $method $path is answered as the API does', ({ answer, ...question }) => {
  expect(answerFaultsOf(question, answer)).toContainEqual([]);
});

describe('what the API does not take or answer is found', () => {
  test('a body', () => expect(bodyFaults('POST', '/v1/topologies', { container: ['web'] })).not.toEqual([]));

  test('an answer', () => {
    const question = { file: '', method: 'GET', path: '/v1/status' };
    expect(answerFaultsOf(question, '{"version": 1}')).not.toContainEqual([]);
  });
});
