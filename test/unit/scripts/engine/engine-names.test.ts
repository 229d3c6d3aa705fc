import { describe, expect, test } from 'vitest';
import {
  chosenEngine,
  ENGINE_NAMES,
  engineOf,
  isVersionOf,
  readEngineName,
} from '../../../../scripts/engine/engine-names.ts';
import { takeEngineOption } from '../../../../scripts/engine/engine-option.ts';

const ACCEPTED = 'takes docker-20, docker-26, docker-28, podman-4, podman-5';

test.each(ENGINE_NAMES)('%s is named after what it is', (name) => {
  const { kind, major } = engineOf(name);
  expect(name).toBe(`${kind}-${major}`);
  expect(readEngineName('--engine', name)).toBe(name);
});

test('a version is of an engine by its first number', () => {
  expect(isVersionOf(engineOf('docker-28'), '28.5.2+dfsg4')).toBe(true);
  expect(isVersionOf(engineOf('podman-4'), '4.3.1')).toBe(true);
  expect(isVersionOf(engineOf('podman-4'), '40.3.1')).toBe(false);
});

test('without the variable none is chosen', () => {
  expect(chosenEngine({})).toBeUndefined();
  expect(chosenEngine({ TOPO_GC_ENGINE: '' })).toBeUndefined();
  expect(chosenEngine({ TOPO_GC_ENGINE: 'podman-5' })).toBe('podman-5');
});

describe('--engine', () => {
  test.each([
    ['apart', ['--engine', 'docker-28']],
    ['with a sign', ['--engine=docker-28']],
  ])('%s goes into the variable, and the rest stays', (_, option) => {
    const env: NodeJS.ProcessEnv = {};
    expect(takeEngineOption(['unit', ...option, '--keep'], env)).toEqual(['unit', '--keep']);
    expect(env).toEqual({ TOPO_GC_ENGINE: 'docker-28' });
  });

  test('wins over the variable', () => {
    const env = { TOPO_GC_ENGINE: 'podman-4' };
    takeEngineOption(['--engine', 'docker-26'], env);
    expect(env.TOPO_GC_ENGINE).toBe('docker-26');
  });

  test.each([
    [['--engine', 'docker-29'], {}, `--engine is "docker-29": ${ACCEPTED}`],
    [['--engine'], {}, `--engine is "": ${ACCEPTED}`],
    [['--engine=Docker-28'], {}, `--engine is "Docker-28": ${ACCEPTED}`],
    [[], { TOPO_GC_ENGINE: 'docker' }, `TOPO_GC_ENGINE is "docker": ${ACCEPTED}`],
  ])('%j with %j is refused, and the names are told', (args, env, message) => {
    expect(() => takeEngineOption(args, env)).toThrow(message);
  });
});
