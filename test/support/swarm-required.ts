import { spawnSync } from 'node:child_process';
import { asRoot, COMMAND_PATH, findCommand } from '../../scripts/engine/root-command.ts';
import { lackForEngines } from './private-engine.ts';
import type { Lack } from './skipped.ts';

const ADD_VXLAN = ['ip', 'link', 'add', 'vxlan0', 'type', 'vxlan', 'id', '1', 'dstport', '4789'];

/** Why no Swarm of several nodes can be started. */
export function lackForSwarms(): Lack | undefined {
  const lack = lackForEngines();
  if (lack !== undefined) return lack;
  if (findCommand('ip') === undefined) return 'package: there is no ip';
  const [command, args] = asRoot('unshare', '--net', '--', ...ADD_VXLAN);
  const { status } = spawnSync(command, args, { env: { ...process.env, PATH: COMMAND_PATH } });
  return status === 0
    ? undefined
    : 'kernel: it gives this process no VXLAN in a network namespace of its own';
}
