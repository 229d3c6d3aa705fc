import { expect, test } from 'vitest';
import { ON_ENGINE } from '../src/adapters/docker/kinds/engine-kinds.ts';
import { toOpenMetrics } from '../src/adapters/ipc/routes/open-metrics.ts';
import { candidatesFor } from '../src/cli/candidates.ts';
import { submitCommand } from '../src/cli/commands/submit-command.ts';
import { COMMANDS } from '../src/cli/loadable-commands.ts';
import { readSubmission } from '../src/protocol/submission-schema.ts';
import type { TopologyBody } from '../src/protocol/topology-body.ts';
import { members } from '../src/words/figures.ts';
import { AgentRig } from './fakes/agent-rig.ts';

const BODY: TopologyBody = { containers: ['web'], networks: ['net'], examples: ['one', { name: 'two' }] };

const submit = (rig: AgentRig, body: TopologyBody) =>
  rig.time.until(rig.agent.submit(readSubmission({ id: 'lab', ...body }), rig.time.now()));

const removals = ({ events }: AgentRig) =>
  events.flatMap((event) => (event.type === 'removed' ? event.member.split(':')[0] : []));

/** An agent with a topology whose network waits for a container that takes its time. */
function begin(): AgentRig {
  const rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('web', { networks: ['net'], stopMs: 2_000 });
  for (const name of ['one', 'two', 'untouchable']) rig.world.member('example', name);
  return rig;
}

test('it is submitted, counted, and removed after what it goes after', async () => {
  using rig = begin();
  await submit(rig, BODY);
  expect(rig.states('lab')).toMatchObject({ web: 'stopping', one: 'stopped', two: 'stopped' });
  const status = await rig.time.until(rig.agent.status());
  expect(status.pending).toMatchObject({ containers: 1, networks: 1, examples: 2 });
  expect(toOpenMetrics(status)).toContain('topo_gc_pending_members{kind="examples"} 2\n');
  expect(await rig.collect()).toMatchObject({ removed: { networks: 1, examples: 2 }, failed: 0 });
  expect(removals(rig)).toEqual(['container', 'network', 'example', 'example']);
  expect(rig.world.names).toEqual(['untouchable']);
});

test('what nobody may remove is refused', async () => {
  using rig = begin();
  const refused = submit(rig, { examples: ['untouchable'] });
  await expect(refused).rejects.toMatchObject({
    code: 'refused',
    faults: [{ field: 'examples[0]', detail: 'example untouchable is untouchable' }],
  });
});

test('a reference that is none is refused, and an unknown field names the known ones', () => {
  expect(() => readSubmission({ examples: [''] })).toThrow(
    expect.objectContaining({ code: 'invalid-submission' }),
  );
  expect(() => readSubmission({ sample: [''] })).toThrow(
    expect.objectContaining({
      faults: [expect.objectContaining({ detail: expect.stringContaining('examples') })],
    }),
  );
});

test('the drain verifies it and tells of it', async () => {
  using rig = begin();
  rig.world.cling('two');
  await submit(rig, BODY);
  const report = await rig.drain({ final: true });
  expect(report.leaks).toMatchObject([{ kind: 'example', name: 'two', cause: 'shown-after-removal' }]);
  expect(report.topologies[0]?.members).toMatchObject({ containers: 1, networks: 1, examples: 2 });
  expect(members(report.removed)).toBe('1 container, 1 network, 2 examples');
});

test('the command offers it', async () => {
  expect(submitCommand.help).toContain(' [--example E]...');
  expect(submitCommand.help).toContain('\n  --example E        an example, by its name\n');
  const commands = COMMANDS.filter(({ name }) => name === 'submit');
  const world = { commands, topologyIds: async () => [] };
  expect(await candidatesFor(['submit', '--exa'], world)).toEqual(['--example']);
});

test('the engine is asked for it', () => {
  expect(Object.keys(ON_ENGINE)).toContain('example');
});
