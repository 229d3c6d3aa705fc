import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The label that a self-hosted runner gives to the containers and networks that it makes for its jobs: it derives it from
 * its own settings (`DockerCommandManager.cs` of actions/runner).
 * @param runner the runner's folder
 * @throws Error if the runner is not configured
 */
export function runnerLabel(runner: string): string {
  // As .NET reads it: without the mark at its beginning.
  const settings = new TextDecoder().decode(readFileSync(join(runner, '.runner')));
  return createHash('sha256').update(settings.toLowerCase()).digest('hex').slice(0, 6);
}
