import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { interrupted } from '../interruption.ts';

const run = promisify(execFile);

/** Debian 12. */
export const SUITE = 'bookworm';

/** How this machine gets to the registries of packages: proxies and the like, not what npm sets for its own children. */
const VARIABLES =
  /^((https?|all|no)_proxy|node_extra_ca_certs|ssl_cert_(file|dir)|npm_config_(registry|proxy|https_proxy|noproxy|cafile|strict_ssl))$/i;

/** Of apt's settings those on how it gets its files; others may name commands of this machine. */
const ACQUIRE = /^Acquire::(https?|Proxy|Retries|Check-|ForceIPv)[^ ]*[^:] "[^"]+";$/i;

/** The variables of this environment that a fresh root needs too, to get to what it installs. */
export const networkVariables = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (VARIABLES.test(name) && value ? [[name, value]] : [])),
  );

/** Where this machine gets Debian 12 from; `undefined` where it is another distribution, and debootstrap knows best. */
export async function debianMirror(): Promise<string | undefined> {
  const format = '$(REPO_URI) $(CODENAME) $(COMPONENT)';
  const { stdout } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    signal: interrupted,
  });
  const lines = stdout.split('\n').map((line) => line.split(' '));
  return lines.find(([, suite, component]) => suite === SUITE && component === 'main')?.[0];
}

/**
 * Writes, into a folder that is laid over a root, how this machine's apt and npm get to their packages, so that the root's do
 * likewise. The places from which packages come are taken over where this machine is a Debian 12 too.
 */
export async function writeSettings(root: string): Promise<void> {
  const isSame = (await debianMirror()) !== undefined;
  const copied = [
    '/etc/resolv.conf',
    '/etc/hosts',
    '/etc/ssl/certs',
    '/usr/local/share/ca-certificates',
    ...(process.env.NODE_EXTRA_CA_CERTS ?? '').split(':'),
    ...(isSame
      ? [
          '/etc/apt/sources.list',
          '/etc/apt/sources.list.d',
          '/etc/apt/trusted.gpg.d',
          '/etc/apt/keyrings',
          '/usr/share/keyrings',
        ]
      : []),
  ];
  for (const path of copied) if (path !== '') await copyIfThere(path, join(root, path));
  await copyIfThere(await npmConfigFile('userconfig'), join(root, 'root/.npmrc'));
  await copyIfThere(await npmConfigFile('globalconfig'), join(root, 'usr/local/etc/npmrc'));
  await mkdir(join(root, 'etc/apt/apt.conf.d'), { recursive: true });
  await writeFile(join(root, 'etc/apt/apt.conf.d/99machine'), await acquireSettings());
}

async function npmConfigFile(name: 'userconfig' | 'globalconfig'): Promise<string> {
  return (await run('npm', ['config', 'get', name])).stdout.trim();
}

async function acquireSettings(): Promise<string> {
  const { stdout } = await run('apt-config', ['dump', '--format', '%F "%v";%n']);
  return stdout
    .split('\n')
    .filter((line) => ACQUIRE.test(line))
    .map((line) => `${line}\n`)
    .join('');
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await mkdir(dirname(to), { recursive: true });
    await cp(from, to, { recursive: true, dereference: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
