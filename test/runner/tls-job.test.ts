import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import { Authority } from '../support/certificates.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForEngines, startEngine } from '../support/private-engine.ts';
import { PublishedPort } from '../support/published-port.ts';
import { skippedFor } from '../support/skipped.ts';
import { gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { stepNamed } from './model/job-model.ts';

const PORT = 2376;

describe('a job whose engine is spoken to by TLS', {
  timeout: 120_000,
  ...skippedFor(lackForEngines()),
}, () => {
  test('is drained by the bundles too', async () => {
    await using owned = new AsyncDisposableStack();
    const folder = owned.use(await temporaryFolder('topo-gc-tls')).path;
    const authority = new Authority(join(folder, 'authority'));
    const server = authority.issue('server', 'serverAuth');
    const [tlscacert, tlscert, tlskey] = ['ca', 'cert', 'key'].map((name) => join(server, `${name}.pem`));
    const engine = await startEngine(owned, { tls: true, tlsverify: true, tlscacert, tlscert, tlskey }, PORT);
    const { host } = owned.use(await PublishedPort.publish(engine, PORT));
    await using objects = new EngineObjects(engine);
    const job = await runJob({
      env: {
        DOCKER_HOST: host,
        DOCKER_TLS_VERIFY: '1',
        DOCKER_CERT_PATH: authority.issue('client', 'clientAuth'),
      },
      steps: [
        gcStep({}),
        { observe: async () => void (await objects.container('web')) },
        { name: 'submit', run: `topo-gc submit --container ${objects.named('web')}` },
      ],
    });
    expect(job.status).toBe('success');
    expect(stepNamed(job, 'Post gc').summary).toContain('nothing left');
    expect(await objects.left()).toEqual([]);
  });
});
