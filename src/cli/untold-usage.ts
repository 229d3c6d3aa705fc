import { submit } from '../client/submitting.ts';
import { TopoGcError } from '../domain/errors.ts';

/**
 * Hands over the words of a command line that was not understood. The agent, or the drain from the spool, refuses them and
 * names them in the report, because the output of a command in a trap goes unread. Never rejects.
 * @param args if empty, nothing was named
 */
export async function tellUsage(args: readonly string[]): Promise<void> {
  if (args.length === 0) return;
  await submit({ arguments: args } as never).catch((error) => {
    if (!(error instanceof TopoGcError)) throw error;
  });
}
