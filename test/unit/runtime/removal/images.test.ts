import { describe, expect, test } from 'vitest';
import { hostMoment } from '../../../../src/domain/moment.ts';
import type { Dead } from '../../../fakes/agent-rig.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected, unreachable } from '../../../fakes/fake-engine.ts';
import { madeSpace } from '../../../fakes/made-readings.ts';

const SECOND = 1000;

interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly predecessor?: Dead;
}

/** An agent that may remove images, on an engine that had `old` and `base` before. */
function rigWithImages({ inputs, ...rest }: Options = {}): AgentRig {
  const guarded = { containers: [], networks: [], images: ['sha256:old', 'sha256:base'] };
  const rig = new AgentRig({ inputs: { 'remove-images': 'pulled', ...inputs }, guarded, ...rest });
  for (const name of ['old', 'base']) rig.world.image(name);
  return rig;
}

const images = (rig: AgentRig) => rig.world.images.map(({ name }) => name);

const collections = (rig: AgentRig) =>
  rig.events.flatMap((event) => (event.type === 'collected' ? [event.collection] : []));

describe('at the drain', () => {
  test('images that came since the session began go, once the containers are gone', async () => {
    using rig = rigWithImages();
    rig.world.image('new');
    rig.world.image('built', { parent: 'base' });
    rig.world.container('a', { image: 'new' });
    await rig.submit('lab', { containers: ['a'] });
    const report = await rig.drain({ final: true });
    expect(images(rig)).toEqual(['old', 'base']);
    expect(report).toMatchObject({ removed: { containers: 1, images: 2 }, leaks: [] });
    expect(report.collections).toMatchObject([
      { trigger: 'drain', topologies: ['lab'] },
      { trigger: 'drain', topologies: ['images'], removed: { images: 2 } },
    ]);
  });

  test('what a container uses that nobody has submitted stays, and so does what it was built on', async () => {
    using rig = rigWithImages();
    for (const name of ['used', 'unused']) rig.world.image(name);
    rig.world.image('step', { parent: 'unused' });
    rig.world.container('stranger', { image: 'step' });
    const report = await rig.drain();
    expect(images(rig)).toEqual(['old', 'base', 'unused', 'step']);
    expect(report).toMatchObject({ removed: { images: 1 }, leaks: [] });
  });

  test('none goes where nobody asked for it, or nobody knows what was there before', async () => {
    using rig = new AgentRig();
    rig.world.image('new');
    const report = await rig.drain();
    expect(images(rig)).toEqual(['new']);
    expect(report.removed).not.toHaveProperty('images');
    expect(rig.script.asked('images')).toEqual([]);
  });

  test('one that somebody has begun to use meanwhile stays, which is no leak', async () => {
    using rig = rigWithImages();
    rig.world.image('new');
    rig.script.before('remove', () => void rig.world.container('late', { image: 'new' }));
    const report = await rig.drain();
    expect(report.leaks).toEqual([]);
    expect(report.topologies).toMatchObject([{ id: 'images', kept: ['new'] }]);
  });

  test('one that could not be removed is a leak, told once, in the engine’s words', async () => {
    using rig = rigWithImages();
    rig.world.image('new');
    rig.script.fail('remove', rejected('layer is locked'));
    expect((await rig.drain()).leaks).toEqual([
      {
        topology: 'images',
        topologyName: 'images since the session began',
        kind: 'image',
        id: 'sha256:new',
        name: 'new',
        cause: 'failed',
        reason: 'layer is locked',
      },
    ]);
  });

  test('one that the engine still shows is a leak', async () => {
    using rig = rigWithImages();
    rig.script.before('remove', () => void rig.world.image('new'), { of: 'sha256:again' });
    rig.world.image('again');
    rig.world.container('a');
    await rig.submit('lab', { containers: ['a'] });
    expect((await rig.drain()).leaks).toMatchObject([{ kind: 'image', name: 'new' }]);
  });

  test('an engine that does not list its images holds nothing else up', async () => {
    using rig = rigWithImages();
    rig.script.fail('images', rejected());
    rig.world.container('a');
    await rig.submit('lab', { containers: ['a'] });
    const report = await rig.drain();
    expect(report).toMatchObject({ removed: { containers: 1 }, unconfirmed: 'it has gone wrong' });
  });

  test('a sweep leaves them: since that session, others may have brought some', async () => {
    using rig = rigWithImages({ predecessor: { lastAlive: hostMoment(0), isJobOver: true } });
    rig.world.image('new');
    expect((await rig.drain()).leaks).toEqual([]);
    expect(images(rig)).toEqual(['old', 'base', 'new']);
  });
});

describe('under disk pressure', () => {
  const pressed = (inputs: Readonly<Record<string, string>> = {}) => {
    const rig = rigWithImages({ inputs: { 'disk-threshold': '10GiB free', ...inputs } });
    rig.probe.spaces = () => [madeSpace(rig.world.names.includes('a') ? 3 : 8)];
    rig.world.image('new');
    rig.world.container('a', { image: 'new' });
    rig.agent.start();
    return rig;
  };

  test('they go after what is pending, and the record tells of both', async () => {
    using rig = pressed();
    await rig.submit('lab', { containers: ['a'] });
    await rig.time.pass(30 * SECOND);
    expect(collections(rig)).toMatchObject([
      { trigger: 'disk', topologies: ['lab'] },
      { trigger: 'disk', topologies: ['images'], removed: { images: 1 } },
    ]);
    expect(images(rig)).toEqual(['old', 'base']);
  });

  test('with reclaim: enough they stay where the disk is back without them', async () => {
    using rig = pressed({ reclaim: 'enough' });
    rig.probe.spaces = () => [madeSpace(rig.world.names.includes('a') ? 3 : 50)];
    await rig.submit('lab', { containers: ['a'] });
    await rig.time.pass(30 * SECOND);
    expect(collections(rig)).toMatchObject([{ topologies: ['lab'] }]);
    expect(images(rig)).toContain('new');
  });

  test('an image that came again goes again', async () => {
    using rig = pressed();
    await rig.submit('lab', { containers: ['a'] });
    await rig.time.pass(30 * SECOND);
    rig.world.image('new');
    rig.world.container('a', { image: 'new' });
    await rig.submit('lab-2', { containers: ['a'] });
    await rig.time.pass(30 * SECOND);
    expect(collections(rig).map(({ topologies }) => topologies)).toEqual([
      ['lab'],
      ['images'],
      ['lab-2'],
      ['images-2'],
    ]);
  });

  test('other thresholds leave them', async () => {
    using rig = rigWithImages({ inputs: { 'container-threshold': '1' } });
    rig.world.image('new');
    rig.world.container('a');
    rig.agent.start();
    await rig.submit('lab', { containers: ['a'] });
    await rig.time.pass(30 * SECOND);
    expect(rig.stateOf('lab')).toBe('removed');
    expect(images(rig)).toContain('new');
  });

  test('it does not spin where the engine does not answer', async () => {
    using rig = pressed();
    rig.script.fail('images', unreachable());
    await rig.submit('lab', { containers: ['a'] });
    await rig.time.pass(120 * SECOND);
    expect(collections(rig)).toMatchObject([{ topologies: ['lab'] }]);
  });
});
