import { readGuarded, readInputs } from '../adapters/github/action-inputs.ts';
import { save } from '../adapters/github/saved-state.ts';
import { info, setFailed, warning } from '../adapters/github/step-output.ts';
import { outliveReaders } from '../adapters/process/end-after-output.ts';
import { describeError, TopoGcError } from '../domain/errors.ts';
import { parseSettings } from '../domain/settings.ts';
import { launch } from '../session/launch.ts';
import { locateEngine } from '../session/locate-engine.ts';
import { publish } from '../session/steps/publish.ts';
import { shareAgent } from '../session/steps/share-agent.ts';
import { planWorkplace } from '../session/workplace.ts';

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
  const settings = parseSettings(inputs);
  if (await shareAgent(inputs, env)) return;

  const engine = await locateEngine(settings.dockerHost, env);
  const workplace = planWorkplace(RUNNER_TEMP, env, false);
  save('folder', workplace.folder);
  save('isOwn', workplace.isOwn);
  save('stateFolder', workplace.state.path);
  const workspace = env.GITHUB_WORKSPACE || RUNNER_TEMP;
  await launch({ workplace, engine, inputs, guarded: readGuarded(), workspace, env });
  if (workplace.isOwn)
    warning(
      `RUNNER_TEMP is too deep for a socket, which may have a path of 107 bytes: ${workplace.folder} is used, ` +
        'which job containers do not see',
    );
  await publish(engine, workplace);
  info(`The agent answers at ${workplace.socket}, on Docker Engine ${engine.version} at ${engine.host}`);
}

outliveReaders();
main(process.env).catch((error) => setFailed(describeError(error)));
