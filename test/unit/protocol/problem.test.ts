import { expect, test } from 'vitest';
import { EngineError } from '../../../src/domain/engine.ts';
import { ERRORS, type ErrorCode, TopoGcError } from '../../../src/domain/errors.ts';
import { fromProblem, toProblem } from '../../../src/protocol/problem.ts';

test('a problem has the members of RFC 9457, our code, and one entry a fault', () => {
  const faults = [{ field: 'networks[0]', value: 'bridge', detail: 'is a predefined network' }];
  expect(toProblem(new TopoGcError('refused', 'No.', { faults }))).toEqual({
    type: 'urn:topo-gc:error:refused',
    title: 'The submission is refused by protection',
    status: 422,
    detail: 'No.',
    code: 'refused',
    errors: faults,
  });
});

test.each(Object.keys(ERRORS) as ErrorCode[])('%s goes over the wire and back', (code) => {
  const error = new TopoGcError(code, 'a sentence', { faults: [{ field: 'id', detail: 'is bad' }] });
  const back = fromProblem(JSON.parse(JSON.stringify(toProblem(error))));
  expect(back).toMatchObject({ code, message: 'a sentence', faults: error.faults });
  expect(toProblem(back)).toEqual(toProblem(error));
});

test('the cause is told in the detail, as it does not go over the wire', () => {
  const error = new TopoGcError('journal-failed', 'Not written', { cause: new Error('ENOSPC') });
  expect(toProblem(error).detail).toBe('Not written: ENOSPC');
});

test('what the engine said is a gateway’s problem, in its words', () => {
  const problem = toProblem(new EngineError('unreachable', 'connect ECONNREFUSED'));
  expect(problem).toMatchObject({ status: 502, code: 'engine-failed', detail: 'connect ECONNREFUSED' });
});

test.each([[new TypeError('x is undefined')], ['a text'], [undefined]])(
  '%# anything else is our mistake',
  (error) => {
    expect(toProblem(error)).toMatchObject({ status: 500, code: 'internal' });
  },
);

test('a problem of another server, or of a later version, is told as far as it goes', () => {
  const later = fromProblem({ code: 'no-such-code' as ErrorCode, detail: 'later' });
  expect(later).toMatchObject({ code: 'internal', message: 'later' });
  expect(fromProblem({ title: 'Bad Gateway' }).message).toBe('Bad Gateway');
  expect(fromProblem({ code: 'constructor' as ErrorCode }).code).toBe('internal');
  expect(fromProblem({}).message).not.toBe('');
});
