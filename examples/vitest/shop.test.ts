import { execFileSync } from 'node:child_process';
import { submitAfter } from 'topo-gc/client';
import { afterAll, beforeAll, expect, test } from 'vitest';

const { IMAGE = 'busybox', GITHUB_RUN_ID = 'local' } = process.env;

const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();

const shop = `shop-${GITHUB_RUN_ID}`;

submitAfter(
  afterAll,
  { name: 'shop', containers: [`${shop}-web`], networks: [shop], stopTimeout: '1s' },
  {
    // Without an agent, as on a laptop.
    otherwise: () => {
      docker('rm', '--force', '--volumes', `${shop}-web`);
      docker('network', 'rm', shop);
    },
  },
);

beforeAll(() => {
  docker('network', 'create', shop);
  docker('run', '--detach', '--name', `${shop}-web`, '--network', shop, IMAGE, 'httpd', '-f', '-h', '/etc');
});

test('the shop answers', () => {
  expect(docker('exec', `${shop}-web`, 'wget', '-q', '-O', '-', 'http://127.0.0.1/hosts')).toContain(
    'localhost',
  );
});
