import { expect, test } from 'vitest';
import type { EngineChange, EngineMember } from '../../../../src/domain/engine.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { unreachable } from '../../../fakes/fake-engine.ts';

/** Longer than it takes until what came is known. */
const A_WHILE_MS = 1_000;

const change = (type: EngineChange['type'], { kind, id }: EngineMember): EngineChange => ({
  type,
  kind: kind as EngineChange['kind'],
  id,
});

/** A container and its network that came while the agent listened; how often the engine is asked from then on. */
async function known(rig: AgentRig) {
  const network = rig.world.network('net');
  const container = rig.world.container('box', { networks: ['net'], graceMs: 3000 });
  rig.agent.start();
  rig.engine.news.tell(change('came', network), change('came', container));
  await rig.time.pass(A_WHILE_MS);
  const before = rig.script.asked('find').length;
  return { container, network, asked: () => rig.script.asked('find').slice(before) };
}

test('what came and has not changed is taken by its id without a question, with all that is known of it', async () => {
  using rig = new AgentRig();
  const { container, network, asked } = await known(rig);
  await rig.submit('lab', { containers: [container.id], networks: [network.id] });
  expect(asked()).toEqual([]);
  expect(rig.topology('lab').members).toMatchObject([
    { kind: 'container', id: container.id, name: 'box', networks: [network.id], graceMs: 3000 },
    { kind: 'network', id: network.id, name: 'net' },
  ]);
  const report = await rig.drain();
  expect(report).toMatchObject({ leaks: [], removed: { containers: 1, networks: 1 } });
});

test('a name is asked for, as it may be taken anew at any time', async () => {
  using rig = new AgentRig();
  const { container, asked } = await known(rig);
  rig.world.delete('container', container.id);
  const again = rig.world.container('box');
  await rig.submit('lab', { containers: ['box'] });
  expect(asked()).toEqual(['box']);
  expect(rig.topology('lab').members).toMatchObject([{ id: again.id }]);
});

test('the beginning of an id is asked for, as it may be a name', async () => {
  using rig = new AgentRig();
  const { container, asked } = await known(rig);
  await rig.submit('lab', { containers: [container.id.slice(0, 12)] });
  expect(asked()).toHaveLength(1);
});

test('with a link, all is asked for: a link is told by the pid that its container has at this moment', async () => {
  using rig = new AgentRig();
  const { container, asked } = await known(rig);
  rig.leftovers.make('netns', '100', { process: { pid: 100, isAlive: false } });
  await rig.time.pass(10);
  await rig.submit('lab', { containers: [container.id], netns: ['100'] });
  expect(asked()).toEqual([container.id]);
});

test('what is protected stays so', async () => {
  using rig = new AgentRig();
  const old = rig.world.container('old', { createdAt: '2020-01-01T00:00:00Z' });
  rig.agent.start();
  rig.engine.news.tell(change('came', old));
  await rig.time.pass(A_WHILE_MS);
  await expect(rig.submit('lab', { containers: [old.id] })).rejects.toMatchObject({ code: 'refused' });
});

test('what was there before the agent listened is asked for', async () => {
  using rig = new AgentRig();
  const { id } = rig.world.container('earlier');
  rig.agent.start();
  await rig.time.pass(A_WHILE_MS);
  await rig.submit('lab', { containers: [id] });
  expect(rig.script.asked('find')).toEqual([id]);
});

test('what has gone is asked for, and absent', async () => {
  using rig = new AgentRig();
  const { container, asked } = await known(rig);
  rig.world.delete('container', container.id);
  rig.engine.news.tell(change('gone', container));
  await rig.time.pass(A_WHILE_MS);
  await rig.submit('lab', { containers: [container.id] });
  expect(asked()).toEqual([container.id]);
  expect(rig.states('lab')).toEqual({ [container.id]: 'absent' });
});

test('what has just changed is asked for, and after a moment known again', async () => {
  using rig = new AgentRig();
  const { container, network, asked } = await known(rig);
  rig.engine.news.tell(change('changed', container));
  await rig.time.pass(1);
  await rig.submit('lab', { containers: [container.id] });
  expect(asked()).toEqual([container.id]);
  rig.engine.news.tell(change('came', network));
  await rig.time.pass(A_WHILE_MS);
  expect(asked()).toEqual([container.id, network.id]);
  await rig.submit('net', { networks: [network.id] });
  expect(asked()).toEqual([container.id, network.id]);
});

test('what changes while it is looked at is looked at again', async () => {
  using rig = new AgentRig();
  const box = rig.world.container('box');
  rig.agent.start();
  rig.script.before('find', () => rig.engine.news.tell(change('changed', box)), { times: 1 });
  rig.engine.news.tell(change('came', box));
  await rig.time.pass(A_WHILE_MS);
  expect(rig.script.asked('find')).toEqual([box.id, box.id]);
});

test('what somebody else changes and nobody knows is none of its business', async () => {
  using rig = new AgentRig();
  const earlier = rig.world.container('earlier');
  rig.agent.start();
  rig.engine.news.tell(change('changed', earlier));
  await rig.time.pass(A_WHILE_MS);
  expect(rig.script.asked('find')).toEqual([]);
});

test('after a gap in what the engine tells, all from before is asked for, and it is listened to anew', async () => {
  using rig = new AgentRig();
  const { container, network, asked } = await known(rig);
  rig.engine.news.breakOff(unreachable());
  await rig.time.pass(10 * A_WHILE_MS);
  expect(rig.engine.news.listened).toBe(2);
  await rig.submit('lab', { containers: [container.id] });
  expect(asked()).toEqual([container.id]);
  rig.engine.news.tell(change('came', network));
  await rig.time.pass(A_WHILE_MS);
  await rig.submit('net', { networks: [network.id] });
  expect(asked()).toEqual([container.id, network.id]);
});

test('where the engine never tells anything, that is said once', async () => {
  using rig = new AgentRig();
  for (let time = 0; time < 3; time++) rig.engine.news.breakOff(unreachable());
  rig.agent.start();
  await rig.time.pass(10 * A_WHILE_MS);
  expect(rig.log.lines.filter((line) => JSON.stringify(line).includes('is not heard'))).toHaveLength(1);
});

test('a look that fails leaves it to the submission to ask', async () => {
  using rig = new AgentRig();
  const box = rig.world.container('box');
  rig.script.fail('find', unreachable(), { times: 1 });
  rig.agent.start();
  rig.engine.news.tell(change('came', box));
  await rig.time.pass(A_WHILE_MS);
  await rig.submit('lab', { containers: [box.id] });
  expect(rig.script.asked('find')).toEqual([box.id, box.id]);
});

test('of very many that nobody submits, the first are asked for again', async () => {
  using rig = new AgentRig();
  const boxes = Array.from({ length: 1_001 }, (_, at) => rig.world.container(`box-${at}`));
  rig.agent.start();
  rig.engine.news.tell(...boxes.map((box) => change('came', box)));
  await rig.time.pass(A_WHILE_MS);
  const [first, second] = boxes.map(({ id }) => id);
  const asked = rig.script.asked('find').length;
  expect(asked).toBe(1_001);
  await rig.submit('lab', { containers: [first ?? '', second ?? ''] });
  expect(rig.script.asked('find').slice(asked)).toEqual([first]);
});
