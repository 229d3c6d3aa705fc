import { afterEach, expect, test, vi } from 'vitest';
import { readGuarded, readInputs, readJobStatus } from '../../../../src/adapters/github/action-inputs.ts';
import { withDefaults } from '../../../../src/domain/settings.ts';

afterEach(() => vi.unstubAllEnvs());

/** As the runner does: `INPUT_` and the name in capitals, spaces as underscores. */
const give = (inputs: Record<string, string>) => {
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
};

test('what was given, else the default', () => {
  expect(readInputs()).toEqual(withDefaults({}));
  give({ 'network-threshold': ' 12 ', reclaim: '', 'docker-host': 'unix:///x' });
  expect(readInputs()).toEqual(withDefaults({ 'network-threshold': '12', 'docker-host': 'unix:///x' }));
});

test('the runner’s own are the job’s container, its services and their networks, each once', () => {
  give({
    'job-container': 'c1',
    'job-network': 'n1',
    'job-services': JSON.stringify({
      postgres: { id: 's1', network: 'n1', ports: { 5432: 5432 } },
      redis: { id: 's2', network: 'n2' },
      odd: {},
    }),
  });
  expect(readGuarded()).toEqual({ containers: ['c1', 's1', 's2'], networks: ['n1', 'n2'] });
});

test.each(['', 'null', '{}'])('a job without containers has none: %j', (services) => {
  give({ 'job-container': '', 'job-network': '', 'job-services': services });
  expect(readGuarded()).toEqual({ containers: [], networks: [] });
});

test('how the job is doing is what the runner says', () => {
  give({ 'job-status': 'cancelled' });
  expect(readJobStatus()).toBe('cancelled');
});
