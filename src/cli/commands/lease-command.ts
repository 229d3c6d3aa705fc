import { parseArgs } from 'node:util';
import { dropLease, type Lease, type LeaseOptions, lease } from '../../client/leasing.ts';
import { TopoGcError } from '../../domain/errors.ts';
import { parseTtl, TAKES_TTL } from '../../domain/topology/time-to-live.ts';
import type { TopologyBody } from '../../protocol/topology-body.ts';
import { type Command, EXIT, print, printJson, UsageError } from '../command.ts';
import { EnginesMeant } from '../engines-meant.ts';
import { OWN, PLAIN, SHARED, TOPOLOGY_HELP, usageOf } from '../member-options.ts';
import { reviveDead } from '../submit-with-agent.ts';
import { describeSubmitted, readTopology, TOPOLOGY_OPTIONS, warn } from './submit-command.ts';

const HELP = `usage: topo-gc lease --ttl DURATION|--owner PID [--id ID] [--name NAME]
                     ${usageOf(PLAIN)}${usageOf(SHARED)}
                      [--label KEY=VALUE]... [--compose PROJECT [--volumes]]...
                      [--stack STACK [--volumes]]...
                     ${usageOf(OWN)} [--engine NAME]... [--file FILE|-]
                      [--stop-timeout DURATION] [--json]
       topo-gc lease --drop --id ID [--json]

Announces a topology that is still in use. The agent submits it when its time is over or its owner has ended. The same
command with the same --id renews the lease and adds to it. Members made after the last such command may belong to
somebody else, and stay. \`topo-gc submit --id ID\` submits the topology now.

  --ttl DURATION     how long it lasts after the last command that named it, from 1s to 24h, such as 30m
  --owner PID        a process: the lease lasts as long as it lives
  --drop             drop the lease: the agent touches nothing of it
${TOPOLOGY_HELP}
  --json             print the answer of the API

  topo-gc lease --id sandbox-7 --label sandbox=7 --ttl 30m
  topo-gc lease --id sandbox-7 --ttl 30m
  topo-gc lease --container web --owner $$
  topo-gc lease --drop --id sandbox-7
`;

const OPTIONS = {
  ...TOPOLOGY_OPTIONS,
  ttl: { type: 'string' },
  owner: { type: 'string' },
  drop: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What the lease lasts as long as. @throws UsageError */
function readTerm({ ttl, owner }: Values): LeaseOptions {
  if ((ttl === undefined) === (owner === undefined))
    throw new UsageError('takes either --ttl DURATION or --owner PID, which says when the lease ends');
  if (ttl !== undefined) {
    if (parseTtl(ttl) === undefined) throw new UsageError(`--ttl ${JSON.stringify(ttl)}: takes ${TAKES_TTL}`);
    return { ttl };
  }
  const pid = /^\d{1,10}$/.test(owner ?? '') ? Number(owner) : 0;
  if (pid < 1) throw new UsageError(`--owner ${JSON.stringify(owner)}: takes the id of a process`);
  return { owner: { pid } };
}

function readDropped({ id, json: _, drop: __, ...others }: Values): string {
  const [other] = Object.keys(others);
  if (id === undefined || other !== undefined)
    throw new UsageError('--drop goes with --id ID, and with nothing else but --json');
  return id;
}

/** A dead agent is started anew, as for a submission: it goes on with its leases. */
async function leaseWithAgent(topology: TopologyBody, options: LeaseOptions): Promise<Lease> {
  try {
    return await lease(topology, options);
  } catch (error) {
    if (!(error instanceof TopoGcError && error.code === 'agent-not-found') || !(await reviveDead()))
      throw error;
    return lease(topology, options);
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, tokens } = parseArgs({ args: [...args], options: OPTIONS, tokens: true });
  if (values.drop) {
    const dropped = await dropLease(readDropped(values));
    if (values.json) printJson(dropped);
    else print(describeSubmitted(dropped));
    return EXIT.done;
  }
  const options = readTerm(values);
  const { ttl: _, owner: __, drop: ___, json, ...named } = values;
  const { topology } = await leaseWithAgent(readTopology(named, new EnginesMeant(tokens), 'lease'), options);
  warn(topology);
  if (json) printJson(topology);
  else print(describeSubmitted(topology));
  return EXIT.done;
}

export const leaseCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
