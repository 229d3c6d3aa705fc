const { execFileSync } = require('node:child_process');
const { after, before, test } = require('node:test');
const { lease } = require('topo-gc/client');

const { IMAGE = 'busybox', GITHUB_RUN_ID = 'local' } = process.env;

const docker = (...args) => execFileSync('docker', args, { encoding: 'utf8' }).trim();

const shop = `shop-${GITHUB_RUN_ID}`;
let leased;

// From now on it goes when this process does, whatever happens.
before(async () => {
  leased = await lease({ id: shop, containers: [`${shop}-web`], networks: [shop], stopTimeout: '1s' });
  docker('network', 'create', shop);
  docker('run', '--detach', '--name', `${shop}-web`, '--network', shop, IMAGE, 'httpd', '-f', '-h', '/etc');
});

after(() => leased.submit());

test('the shop answers', (t) => {
  t.assert.match(
    docker('exec', `${shop}-web`, 'wget', '-q', '-O', '-', 'http://127.0.0.1/hosts'),
    /localhost/,
  );
});
