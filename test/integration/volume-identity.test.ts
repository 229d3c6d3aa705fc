import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { CommandFromSource } from '../support/command-from-source.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { PlayedApi } from '../support/played-api.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { killJob, untilNextSecond } from './dead-job.ts';

/** The engine as it is, and one that says that it keeps the creation times of its volumes. */
const ENGINES = [
  ['the engine at hand', () => []],
  ['Docker 28', () => [new PlayedApi(24, 51)]],
] as const;

/** `topo-gc submit`, to whoever listens at that socket. */
async function submitByCommand(
  agent: AgentUnderTest,
  args: readonly string[],
  socket = agent.socket,
): Promise<string> {
  using command = new CommandFromSource();
  const env = { ...command.environment(socket), TOPO_GC_SPOOL: agent.spool, TOPO_GC_DIR: '' };
  const { stderr } = await promisify(execFile)('topo-gc', ['submit', ...args], { env });
  return stderr;
}

const secondOf = (moment: string): number => Math.floor(Date.parse(moment) / 1000);

test.for(ENGINES)(
  '%s: a volume made anew between the requests of `submit --wait removed` is somebody else’s',
  async ([, disguises]) => {
    await using first = new EngineObjects();
    await using next = first.successor();
    await using proxy = await EngineProxy.start(undefined, ...disguises());
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    await first.volume('data');
    await untilNextSecond();
    await using door = await EngineProxy.start(`unix://${agent.socket}`);
    door.meddle = async (request) => {
      if (!request.includes('wait=removed')) return undefined;
      await first.free({ volume: ['data'] });
      await next.volume('data');
      return undefined;
    };
    const args = ['--id', 't', '--volume', first.named('data'), '--wait', 'removed'];
    await submitByCommand(agent, args, door.host.replace('unix://', ''));
    expect(door.count('POST /v1/topologies')).toBe(2);
    expect(await next.left()).toEqual(['data']);
    await agent.drain();
    expect(await next.left()).toEqual(['data']);
  },
);

test.for(ENGINES)(
  '%s: a volume made anew under the name of one that is pending is somebody else’s',
  async ([, disguises]) => {
    await using first = new EngineObjects();
    await using next = first.successor();
    await using proxy = await EngineProxy.start(undefined, ...disguises());
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    await first.volume('data');
    await untilNextSecond();
    await agent.submit({ id: 't', volumes: [first.named('data')] });
    await first.free({ volume: ['data'] });
    await next.volume('data');
    await agent.submit({ id: 't' });
    expect(await agent.drain()).toMatchObject({ leaks: [] });
    expect(await next.left()).toEqual(['data']);
  },
);

const slow = lackOnPodman(
  'Podman takes a second and more to say who it is, so that no session begins in that second',
);

test.for(ENGINES)(
  '%s: a volume made in the second in which the session began, and before it, is refused, and not swept',
  { tags: 'per-engine', ...skippedFor(slow) },
  async ([, disguises]) => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start(undefined, ...disguises());
    const key = objects.named('suite');
    for (let attempt = 0; ; attempt++) {
      await untilNextSecond();
      const short = `older-${attempt}`;
      await objects.volume(short, { [key]: 'vlan' });
      const made = Date.now();
      await using agent = await AgentUnderTest.start({
        host: proxy.host,
        inputs: { 'sweep-labels': `${key}=vlan` },
      });
      const { startedAt } = agent.state.readSession().session;
      // A machine that is busy takes longer than a second for it now and then.
      if (secondOf(startedAt) !== Math.floor(made / 1000) && attempt < 10) continue;
      expect(secondOf(startedAt)).toBe(Math.floor(made / 1000));
      const answer = await agent.ask('POST', '/v1/topologies', { volumes: [objects.named(short)] });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'volumes[0]' }] } });
      expect(await agent.drain()).toMatchObject({ leaks: [], removed: { volumes: 0 } });
      expect(await objects.left()).toContain(short);
      return;
    }
  },
);

test.for(ENGINES)(
  '%s: a volume made in the second in which the session began, and after it, is the session’s own',
  async ([, disguises]) => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start(undefined, ...disguises());
    await untilNextSecond();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    await objects.volume('data');
    await agent.submit({ id: 't', volumes: [objects.named('data')] });
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { volumes: 1 } });
    expect(await objects.left()).toEqual([]);
  },
);

test.for(ENGINES)(
  '%s: a volume made anew after its client spooled it is somebody else’s',
  async ([, disguises]) => {
    await using first = new EngineObjects();
    await using next = first.successor();
    await using proxy = await EngineProxy.start(undefined, ...disguises());
    await using agent = await AgentUnderTest.startProcess({ host: proxy.host });
    await first.volume('data');
    await first.volume('kept');
    await killJob(agent);
    const volumes = ['data', 'kept'].flatMap((short) => ['--volume', first.named(short)]);
    expect(await submitByCommand(agent, ['--id', 't', ...volumes])).toContain('is in the spool');
    const [file = ''] = readdirSync(agent.spool);
    const { submittedAt } = JSON.parse(readFileSync(join(agent.spool, file), 'utf8'));
    await vi.waitUntil(() => Date.now() > Date.parse(submittedAt) + 3_000, { timeout: 10_000 });
    await first.free({ volume: ['data'] });
    await next.volume('data');
    expect(await agent.drainInPlace()).toMatchObject({ leaks: [], rejected: [], removed: { volumes: 1 } });
    expect(await first.left()).toEqual([]);
    expect(await next.left()).toEqual(['data']);
  },
);
