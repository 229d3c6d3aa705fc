import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DAYS = '1';

function openssl(folder: string, ...args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
}

/** An authority in a folder, which says who servers at 127.0.0.1 and their clients are. */
export class Authority {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    const subject = ['-subj', '/CN=topo-gc test authority', '-addext', 'basicConstraints=critical,CA:TRUE'];
    openssl(
      folder,
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      DAYS,
      ...subject,
      ...this.#out('ca'),
    );
  }

  #out(name: string): string[] {
    return ['-keyout', `${name}-key.pem`, '-out', `${name}.pem`];
  }

  /** A folder with ca.pem, cert.pem and key.pem, for a server or for a client. */
  issue(name: string, usage: 'serverAuth' | 'clientAuth'): string {
    const folder = join(this.#folder, name);
    mkdirSync(folder);
    copyFileSync(join(this.#folder, 'ca.pem'), join(folder, 'ca.pem'));
    writeFileSync(join(folder, 'extensions'), `subjectAltName=IP:127.0.0.1\nextendedKeyUsage=${usage}\n`);
    const request = ['-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`];
    openssl(folder, 'req', ...request, '-keyout', 'key.pem', '-out', 'request.pem');
    const by = ['-CA', '../ca.pem', '-CAkey', '../ca-key.pem', '-CAcreateserial', '-extfile', 'extensions'];
    openssl(folder, 'x509', '-req', '-in', 'request.pem', ...by, '-days', DAYS, '-out', 'cert.pem');
    return folder;
  }
}
