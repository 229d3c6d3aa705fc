const NEEDED = { DOCKER_HOST: 'the address of a Docker Engine', TOPO_GC_TEST_IMAGE: 'a busybox image on it' };

/** Says what is missing, once, where tests that need a real engine are run without one. */
export function setup(): void {
  const missing = Object.entries(NEEDED).filter(([name]) => !process.env[name]);
  if (missing.length === 0) return;
  const list = missing.map(([name, meaning]) => `${name} (${meaning})`).join(' and ');
  throw new Error(
    `these tests need ${list}: \`npm test -- integration runner examples faults cases\` brings both`,
  );
}
