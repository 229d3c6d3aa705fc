const { execFileSync } = require('node:child_process');

const QUESTIONS = {
  container: ['ps', '--all', '--quiet', '--no-trunc'],
  network: ['network', 'ls', '--quiet', '--no-trunc'],
  volume: ['volume', 'ls', '--quiet'],
};

/** `container ID`, `network ID`, `volume NAME` of all that the engine has. */
exports.listEngine = () =>
  Object.entries(QUESTIONS).flatMap(([kind, question]) =>
    execFileSync('docker', question, { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '')
      .map((id) => `${kind} ${id}`),
  );
