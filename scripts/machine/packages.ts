import { COMPOSE_SUITES, composeOf } from './compose-versions.ts';
import { NODES } from './node-versions.ts';
import { command, debianPackage, file, type Requirement, staticBusybox } from './requirement.ts';

/** The image of the tests. */
const IMAGE = [staticBusybox];
/** Also an engine of one's own. It asks `ps` what runs in a container. */
const ENGINE = [
  ...IMAGE,
  command('dockerd', 'docker.io'),
  command('docker', 'docker-cli', 'docker.io'),
  command('iptables'),
  command('ps', 'procps'),
];
const IP = command('ip', 'iproute2');
const BROWSER = [command('chromium'), debianPackage('fonts-dejavu-core')];
/** A terminal in which a test can press keys. */
const TERMINAL = [command('tmux'), command('ps', 'procps')];
const SHELLS = [command('bash'), command('zsh'), command('fish')];
const PYTEST = [debianPackage('python3-pytest'), debianPackage('python3-docker')];
const SSH = [command('ssh', 'openssh-client'), file('/usr/sbin/sshd', 'openssh-server')];
/** What its networks and its init need is only recommended by its package. */
const PODMAN = [
  command('podman'),
  command('catatonit'),
  file('/usr/lib/cni/bridge', 'containernetworking-plugins'),
];
/** rootlesskit makes the network with `ip`, which its package does not bring. */
const ROOTLESS = [command('rootlesskit'), command('slirp4netns'), command('newuidmap', 'uidmap'), IP];
const KEYRING = file('/usr/share/keyrings/debian-archive-keyring.gpg', 'debian-archive-keyring');
/** A new Debian, and a clone in it. */
const FRESH = [command('debootstrap'), command('git'), KEYRING];
/** Compose 2; tests that need just one take the newest. */
const COMPOSE = [KEYRING, composeOf('forky')];
const DISK = [command('mkfs.ext4', 'e2fsprogs')];

/**
 * All that is installed from the distribution, for each part of `npm test` and each other command of this repository. What
 * stands for nothing here needs nothing but Node. Other versions of Node and of Compose are no
 * packages of the distribution: they come from npm and from other suites of Debian. An engine that is found needs none installed; the parts whose tests start
 * engines of their own do in any case.
 */
export const NEEDED = {
  image: IMAGE,
  engine: ENGINE,
  demo: [...IMAGE, command('curl')],
  pictures: [...IMAGE, ...BROWSER, ...TERMINAL],
  framework: [...ENGINE, command('bash'), IP, command('ping', 'iputils-ping')],
  fresh: FRESH,
  unit: [...TERMINAL, ...SHELLS, command('chattr', 'e2fsprogs')],
  page: BROWSER,
  integration: [
    ...ENGINE,
    KEYRING,
    ...COMPOSE_SUITES.map(composeOf),
    command('docker-compose'),
    command('openssl'),
    ...SSH,
    ...PODMAN,
    ...DISK,
  ],
  runner: [...ENGINE, ...FRESH, command('curl'), command('openssl'), ...ROOTLESS, ...NODES],
  examples: [...ENGINE, ...COMPOSE, command('curl'), ...PYTEST],
  faults: [...ENGINE, command('curl')],
  cases: [...ENGINE, ...COMPOSE, ...DISK],
  engines: [...ENGINE, KEYRING],
  swarm: [...ENGINE, KEYRING, IP],
  dist: NODES,
  chaos: ENGINE,
  bench: [...ENGINE, ...COMPOSE, KEYRING, IP],
  python: [
    ...ENGINE,
    ...PYTEST,
    debianPackage('python3-pytest-xdist'),
    debianPackage('python3-pexpect'),
    debianPackage('python3-setuptools'),
    debianPackage('python3-wheel'),
  ],
} as const satisfies Readonly<Record<string, readonly Requirement[]>>;
