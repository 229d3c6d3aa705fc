import { readGuarded, readInputs } from '../adapters/github/action-inputs.ts';
import { save } from '../adapters/github/saved-state.ts';
import { info, setFailed, warning } from '../adapters/github/step-output.ts';
import { outliveReaders } from '../adapters/process/end-after-output.ts';
import { describeError, TopoGcError } from '../domain/errors.ts';
import { parseSettings } from '../domain/settings.ts';
import { runnerOf } from '../protocol/runners.ts';
import { describeEngines } from '../session/locate-engines.ts';
import { beginSession } from '../session/steps/begin-session.ts';
import { setOutputs } from '../session/steps/publish.ts';
import { shareAgent } from '../session/steps/share-agent.ts';

type Environment = Readonly<Record<string, string | undefined>>;

async function main(env: Environment): Promise<void> {
  if (process.platform !== 'linux')
    throw new TopoGcError('not-supported', `topo-gc needs a Linux runner; this one runs ${process.platform}`);
  const { RUNNER_TEMP } = env;
  if (!RUNNER_TEMP)
    throw new TopoGcError(
      'invalid-input',
      'RUNNER_TEMP is not set: the main step runs in a GitHub Actions job only',
    );
  const inputs = readInputs();
  const { onLeak } = parseSettings(inputs);
  if (await shareAgent(inputs, env)) return;

  const { engines, workplace } = await beginSession({
    temporary: RUNNER_TEMP,
    inputs,
    guarded: readGuarded(),
    env,
    onPlanned: ({ folder, isOwn, state }) => {
      save('folder', folder);
      save('isOwn', isOwn);
      save('stateFolder', state.path);
    },
  });
  setOutputs(workplace);
  const { name, mayIgnorePost } = runnerOf(env);
  if (onLeak === 'fail' && mayIgnorePost(env))
    warning(
      `On ${name}, the job may stay green although a post step fails, so on-leak: fail can't be relied on: ` +
        'to fail the job at a leak, end it with a step `run: topo-gc drain` that has `if: always()`',
    );
  info(`The agent answers at ${workplace.socket}, on ${describeEngines(engines)}`);
}

outliveReaders();
main(process.env).catch((error) => setFailed(describeError(error)));
