import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Mount, translate, volumeOptions } from './container-mounts.ts';
import type { Flavour } from './flavours.ts';
import type { ContainerSpec, Environment, User } from './job-model.ts';
import type { JobFolders } from './runner-folders.ts';
import { TRACKING_VARIABLE } from './tracked-processes.ts';

/** A process, as it is to be started. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Environment;
  /** Whom it runs as; this process's user unless given. */
  readonly user?: User | undefined;
}

/** Where the steps of a job run. */
export interface StepHost {
  /** What a process has there before anything is added. */
  readonly environment: Environment;
  readonly shell: string;
  /** The Node that runs actions. */
  readonly node: string;
  /** What to start on this machine, so that a command with paths of this machine runs there. */
  enter(command: Command): Command;
}

/** This machine. @param node that runs actions */
export function machine(node: string, user?: User): StepHost {
  const { PATH = '', HOME = '' } = process.env;
  return { environment: { PATH, HOME }, shell: 'bash', node, enter: (command) => ({ ...command, user }) };
}

/** A job's own container, which runs. */
export async function jobContainer(id: string, folders: JobFolders, flavour: Flavour): Promise<StepHost> {
  const mounts = flavour.mounts(folders);
  return {
    environment: { PATH: await pathOf(id) },
    shell: 'sh',
    node: '/__e/node24/bin/node',
    enter: ({ command, args, cwd, environment }) => {
      const inside = (text: string) => translate(text, mounts);
      const { given, client } = separate(environment, inside);
      const options = ['--interactive', '--workdir', inside(cwd), ...given];
      return {
        command: 'docker',
        args: ['exec', ...options, id, command, ...args.map(inside)],
        cwd: folders.work,
        environment: client,
      };
    },
  };
}

/** A container of the action's own, that goes with the step. @param network the job's, where it has one */
export function actionContainer(
  spec: ContainerSpec,
  folders: JobFolders,
  socket: Mount,
  network?: string,
): Pick<StepHost, 'enter'> {
  const mounts = [
    { source: folders.workspace, target: '/github/workspace' },
    { source: folders.home, target: '/github/home' },
    { source: folders.workflow, target: '/github/workflow' },
    { source: folders.fileCommands, target: '/github/file_commands' },
    { source: folders.temp, target: '/github/runner_temp' },
  ];
  const inside = (text: string) => translate(text, mounts);
  return {
    enter: ({ command, args, cwd, environment: { PATH: _, ...environment } }) => {
      const { given, client } = separate({ ...environment, HOME: folders.home }, inside);
      const joined = network === undefined ? [] : ['--network', network];
      const options = ['--rm', '--workdir', '/github/workspace', '--entrypoint', command, ...joined];
      const volumes = volumeOptions([socket, ...mounts]);
      return {
        command: 'docker',
        args: ['run', ...options, ...given, ...volumes, ...ofImage(spec), ...args.map(inside)],
        cwd,
        environment: client,
      };
    },
  };
}

/** The end of the options of `docker create` and `docker run`, and the image. */
export const ofImage = ({ image, env = {}, options = [] }: ContainerSpec): string[] => [
  ...options,
  ...variables(env),
  image,
];

const variables = (environment: Environment): string[] =>
  Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]);

/** What a container is given, as options, and the environment of the client that gives it. */
function separate(environment: Environment, inside: (text: string) => string) {
  const { [TRACKING_VARIABLE]: tracking = '', ...given } = environment;
  const { PATH = '', HOME = '', DOCKER_HOST = '' } = process.env;
  const translated = Object.entries(given).map(([name, value]) => [name, inside(value)]);
  return {
    given: variables(Object.fromEntries(translated)),
    client: { PATH, HOME, DOCKER_HOST, [TRACKING_VARIABLE]: tracking },
  };
}

async function pathOf(container: string): Promise<string> {
  const format = '{{range .Config.Env}}{{println .}}{{end}}';
  const { stdout } = await promisify(execFile)('docker', ['inspect', '--format', format, container]);
  return /^PATH=(.*)$/m.exec(stdout)?.[1] ?? '';
}
