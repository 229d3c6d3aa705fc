import { describe, expect, test } from 'vitest';
import type { TopologyAnswer } from '../../src/protocol/topology-body.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { type ContainerOptions, EngineObjects } from '../support/engine-objects.ts';
import { farewells, python, stopNumber } from '../support/farewells.ts';

/** Longer than any of these tests, so that nobody has sat it out. */
const HOUR_S = 3600;
const SHORT_S = 2;

const KILLS = { inputs: { 'deaf-containers': 'kill' } };

const graceOf = ({ members }: TopologyAnswer): number => {
  const [member] = members;
  return (member?.stoppedAt ?? Number.NaN) - (member?.stoppingAt ?? Number.NaN);
};

describe('killed at once', { tags: 'per-engine' }, () => {
  test.for<readonly [string, ContainerOptions]>([
    ['a program without a handler', { arguments: ['sleep', '1000'] }],
    ['a shell on a terminal', { arguments: ['sh'], tty: true }],
    ['a shell that waits for a program', { command: 'sleep 1000; true' }],
    ['one that ignores the signal', { stubborn: true }],
    ['a shell on a terminal behind the engine’s init', { arguments: ['sh'], tty: true, init: true }],
    ['a handler for another signal', { command: "trap 'exit 0' HUP; while :; do sleep 1 & wait $!; done" }],
    [
      'one without a handler for its own stop signal',
      { stopSignal: 'SIGRTMIN+3', command: "trap 'exit 0' TERM; while :; do sleep 1 & wait $!; done" },
    ],
    [
      'one that loses its signal, as it installs its handler later',
      python('import time, signal', 'time.sleep(3600)', 'signal.signal(15, lambda *_: exit(0))'),
    ],
    [
      'one with several threads, none of which hears',
      python(
        'import threading, time',
        'for _ in range(4): threading.Thread(target=time.sleep, args=(1000,)).start()',
        'time.sleep(1000)',
      ),
    ],
  ])('%s', async ([, options]) => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start(KILLS);
    const { id } = await objects.container('deaf', { ...options, stopTimeout: HOUR_S });
    await objects.waits('deaf');
    const stopped = await agent.submit({ containers: [id] }, '?wait=stopped');
    expect(stopped).toMatchObject({
      state: 'stopped',
      members: [{ deafTo: options.stopSignal ?? 'SIGTERM' }],
    });
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
    expect(await objects.left()).toEqual([]);
  });
});

/** Each says so on its way out, and takes longer for that than the looks do. */
describe.concurrent('what hears has its grace', () => {
  test.for(Object.entries(farewells('/data/said', 1)))('%s', async ([, options]) => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start(KILLS);
    const volume = await objects.volume('farewell');
    const { id } = await objects.container('hears', { ...options, volume: volume.name, stopTimeout: 20 });
    await objects.hears('hears', stopNumber(options));
    const stopped = await agent.submit({ containers: [id] }, '?wait=stopped');
    expect(stopped.members[0]).not.toHaveProperty('deafTo');
    await objects.container('look', { volume: volume.name, command: 'test -e /data/said', state: 'exited' });
    expect((await objects.inspect('look')).State.ExitCode).toBe(0);
    await agent.drain();
  });
});

describe('where nobody can tell, the grace is waited for', () => {
  test.for<readonly [string, ContainerOptions]>([
    ['a busy program without a handler', { command: 'while :; do :; done' }],
    ['one in another container’s PID namespace', { arguments: ['sh'], tty: true, pidMode: 'container:' }],
  ])('%s', async ([, { pidMode, ...options }]) => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start(KILLS);
    const other = await objects.container('other');
    const { id } = await objects.container('box', {
      ...options,
      ...(pidMode !== undefined && { pidMode: pidMode + other.id }),
      stopTimeout: SHORT_S,
    });
    const stopped = await agent.submit({ containers: [id] }, '?wait=stopped');
    expect(graceOf(stopped)).toBeGreaterThan(SHORT_S * 900);
    expect(stopped.members[0]).not.toHaveProperty('deafTo');
    await agent.drain();
  });
});

test('with the input, all have their grace', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs: { 'deaf-containers': 'wait' } });
  const { id } = await objects.container('deaf', { stubborn: true, stopTimeout: SHORT_S });
  expect(graceOf(await agent.submit({ containers: [id] }, '?wait=stopped'))).toBeGreaterThan(SHORT_S * 900);
  await agent.drain();
});

/** `TOPO_GC_DEAF_AT_ONCE=200` for the whole: most of its time is the engine's, to make them. */
const AT_ONCE = Number(process.env.TOPO_GC_DEAF_AT_ONCE ?? 24);

test(`${AT_ONCE} at once are all killed`, async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start(KILLS);
  const made: string[] = [];
  for (let at = 0; at < AT_ONCE; at++)
    made.push(
      (await objects.container(`deaf-${at}`, { arguments: ['sleep', '1000'], stopTimeout: HOUR_S })).id,
    );
  for (let at = 0; at < AT_ONCE; at++) await objects.waits(`deaf-${at}`);
  const { state, members } = await agent.submit({ containers: made }, '?wait=stopped');
  expect(state).toBe('stopped');
  expect(members.filter(({ deafTo }) => deafTo === 'SIGTERM')).toHaveLength(AT_ONCE);
  await agent.drain();
}, 300_000);
