import { expect, test } from 'vitest';
import { isLabName, LAB_NAMES, labEngineOf } from '../../../scripts/swarm/lab-names.ts';

test('there is a Swarm of each Docker that can be started by its name, and of none of Podman', () => {
  expect(LAB_NAMES).toEqual(['swarm', 'swarm-20', 'swarm-26', 'swarm-28']);
  expect(LAB_NAMES.map(labEngineOf).slice(1)).toEqual(['docker-20', 'docker-26', 'docker-28']);
  expect(['docker-28', 'swarm-4', 'podman-5'].filter(isLabName)).toEqual([]);
});
