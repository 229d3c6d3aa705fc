import type { LoadableCommand } from './command.ts';

/** All commands, in the order in which the usage lists them. */
export const COMMANDS: readonly LoadableCommand[] = [
  {
    name: 'submit',
    summary: 'hand a topology over: its containers are asked to stop at once',
    load: async () =>
      (await import(/* webpackChunkName: 'submit' */ './commands/submit-command.ts')).submitCommand,
  },
  {
    name: 'lease',
    summary: 'announce a topology that is in use, for a time or as long as a process lives',
    load: async () =>
      (await import(/* webpackChunkName: 'submit' */ './commands/lease-command.ts')).leaseCommand,
  },
  {
    name: 'collect',
    summary: 'collect everything pending now',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/collect-command.ts')).collectCommand,
  },
  {
    name: 'status',
    summary: 'show readings, thresholds and what is pending',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/status-command.ts')).statusCommand,
  },
  {
    name: 'list',
    summary: 'list the topologies',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/list-command.ts')).listCommand,
  },
  {
    name: 'strays',
    summary: 'list what was made since the agent started and not handed over',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/strays-command.ts')).straysCommand,
  },
  {
    name: 'drain',
    summary: 'collect everything pending, and have the engine confirm it',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/drain-command.ts')).drainCommand,
  },
  {
    name: 'run',
    summary: 'start an agent, run a command, drain',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/run-command.ts')).runCommandWithAgent,
  },
  {
    name: 'agent',
    summary: 'run an agent in the foreground',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/agent-command.ts')).agentCommand,
  },
  {
    name: 'sweep',
    summary: 'collect what dead agents on this host have left',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/sweep-command.ts')).sweepCommand,
  },
  {
    name: 'hook',
    summary: 'run a job hook of a self-hosted runner',
    load: async () => (await import(/* webpackChunkName: 'hook' */ './commands/hook-command.ts')).hookCommand,
  },
  {
    name: 'install-hooks',
    summary: 'install the job hooks of a self-hosted runner, or remove them',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/install-hooks-command.ts'))
        .installHooksCommand,
  },
  {
    name: 'report',
    summary: 'show the reports of one or many jobs',
    load: async () =>
      (await import(/* webpackChunkName: 'report' */ './commands/report-command.ts')).reportCommand,
  },
  {
    name: 'completion',
    summary: 'print a completion script for a shell',
    load: async () =>
      (await import(/* webpackChunkName: 'commands' */ './commands/completion-command.ts')).completionCommand(
        COMMANDS,
      ),
  },
];
