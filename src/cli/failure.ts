import { describeError, describeFault, ERRORS, TopoGcError } from '../domain/errors.ts';
import { EXIT, say, UsageError } from './command.ts';

/** The errors of `parseArgs` for an unknown option, or an option without its value. */
const isUsage = (error: unknown): boolean =>
  error instanceof UsageError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

/** The engine's words alone, such as `connect ENOENT`, do not show that they come from the engine. */
const explain = (error: unknown): string =>
  error instanceof TopoGcError && error.code === 'engine-failed'
    ? `${ERRORS[error.code].title}: ${describeError(error)}`
    : describeError(error);

/** Prints the error. @returns the exit status */
export function fail(error: unknown): number {
  say(explain(error));
  if (isUsage(error)) return EXIT.usage;
  if (!(error instanceof TopoGcError)) return EXIT.refused;
  if (!error.tellsFaults) for (const fault of error.faults) say(`  ${describeFault(fault)}`);
  if (error.code === 'invalid-input') return EXIT.usage;
  return error.code === 'agent-not-found' ? EXIT.noAgent : EXIT.refused;
}
