import { expect, test } from 'vitest';
import { networkVariables } from '../../../../scripts/fresh/machine-settings.ts';

test('of the environment a fresh root has what leads to the registries, and nothing else', () => {
  const wanted = {
    HTTPS_PROXY: 'http://proxy.invalid:3128',
    no_proxy: 'localhost',
    NODE_EXTRA_CA_CERTS: '/etc/ssl/own.pem',
    npm_config_registry: 'https://registry.invalid/',
    NPM_CONFIG_STRICT_SSL: 'true',
  };
  const others = {
    PATH: '/opt/bin',
    DOCKER_HOST: 'unix:///run/other.sock',
    npm_config_cache: '/home/user/.npm',
    npm_config_prefix: '/usr',
    npm_config_noproxy: '',
    GITHUB_TOKEN: 'secret',
  };
  expect(networkVariables({ ...wanted, ...others })).toEqual(wanted);
});
