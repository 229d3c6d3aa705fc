import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { interrupted, untilEnd } from '../../scripts/interruption.ts';
import { describeLeak } from '../../src/domain/leaks/leak.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import type { ArmSetting } from './arms.ts';
import { DEFAULT_SOCKET } from './default-engine.ts';
import { clearLeftBehind, countLeftBehind, type LeftBehind } from './left-behind.ts';
import { deferring, preparePytest } from './pytest-run.ts';

/** One pytest that was killed, and what its agent's drain has left. */
export interface Kill {
  readonly signal: NodeJS.Signals;
  /** Of the build that it was killed in: when, from its beginning, in ms; and whether it was over by then. */
  readonly atMs: number;
  readonly wasBuilt: boolean;
  readonly left: LeftBehind;
}

const MODULE = join(import.meta.dirname, 'pytest/hosts_in_line.py');
const SIGNALS = ['SIGKILL', 'SIGTERM'] as const;
/** Some moments are after the build. */
const BEYOND = 1.1;
const POLL_MS = 5;
/** Of pytest until it builds, and of a build, in ms. */
const PATIENCE_MS = 120_000;

/** Kills that many pytests, each at a random moment of a build of four hosts, and drains at once. */
export async function runKills(setting: ArmSetting, count: number): Promise<Kill[]> {
  const home = join(setting.folder, 'kills');
  await mkdir(home);
  const module = join(home, 'test_hosts.py');
  await copyFile(MODULE, module);
  const args = ['--rootdir', home, '--topology-platform', 'docker', module];
  const { atMs: wholeMs } = await killOne(setting, args, 'SIGKILL', undefined);
  const kills: Kill[] = [];
  for (let number = 0; number < count; number++) {
    const signal = SIGNALS[number % SIGNALS.length] ?? 'SIGKILL';
    const kill = await killOne(setting, args, signal, Math.random() * wholeMs * BEYOND);
    console.error(`${number + 1} of ${count}: ${describeKill(kill)}`);
    kills.push(kill);
  }
  return kills;
}

/** @param atMs absent: once the build is over */
async function killOne(
  { engine, options, folder }: ArmSetting,
  args: readonly string[],
  signal: NodeJS.Signals,
  atMs: number | undefined,
): Promise<Kill> {
  const host = { host: `unix://${DEFAULT_SOCKET}`, image: '' };
  await using agent = await ReleasedAgent.start({ engine: host, folder }, {});
  const own = deferring(agent.state.readSession(), options.plugin);
  const call = { python: options.python, folder, ...own };
  const { command, events, env, home } = await preparePytest({
    ...call,
    args: [...args, ...own.args, '--topology-gc-stop-timeout=1s'],
  });
  const [file = '', ...words] = command;
  const pytest = spawn(file, words, { cwd: home, env, stdio: 'ignore' });
  const exit = once(pytest, 'exit');
  await untilTold(events, '"building"');
  const began = performance.now();
  await (atMs === undefined ? untilTold(events, '"build"') : sleep(atMs));
  const killedAt = performance.now() - began;
  pytest.kill(signal);
  await exit;
  const wasBuilt = (await readFile(events, 'utf8')).includes('"build"');
  // As the post step does: what is leased is handed over.
  const { leaks } = await agent.client.drain({ final: true, onProgress: () => {} });
  if (leaks.length > 0) console.error(`the drain names ${leaks.map(describeLeak).join('; ')}`);
  const left = await countLeftBehind(engine);
  await clearLeftBehind(engine);
  if (interrupted.aborted) await untilEnd();
  return { signal, atMs: Math.round(killedAt), wasBuilt, left };
}

async function untilTold(events: string, word: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await readFile(events, 'utf8')).includes(word)) {
    if (performance.now() > deadline) throw new Error(`pytest did not tell ${word} within ${PATIENCE_MS} ms`);
    await sleep(POLL_MS);
  }
}

const total = ({ left }: Kill): number => left.containers + left.networks + left.links + left.folders;

const describeLeft = ({ containers, networks, links, folders }: LeftBehind): string =>
  `${containers} containers, ${networks} networks, ${links} links, ${folders} folders`;

const describeKill = (kill: Kill): string =>
  `${kill.signal} ${kill.atMs} ms after the build began${kill.wasBuilt ? ', which was over' : ''}: ${total(kill) === 0 ? 'nothing left' : `left: ${describeLeft(kill.left)}`}`;

/** How many there were, and what was left of them. */
export function accountOfKills(kills: readonly Kill[]): string {
  const unclean = kills.filter((kill) => total(kill) > 0);
  const built = kills.filter(({ wasBuilt }) => wasBuilt).length;
  const head = `${kills.length} kills, ${kills.length - built} of them in mid-build: something was left after ${unclean.length} of them.`;
  return [head, ...unclean.map((kill) => `- ${describeKill(kill)}`)].join('\n');
}
