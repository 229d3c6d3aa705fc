import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker-archive/compose-cli/issues/1755',
    situation:
      'A container has an anonymous volume and is removed without it (`docker rm -f`); the next one mounts that volume by its name. The next one is handed over.',
    before: 'exit status 0, and the volume was left without a word',
    right: 'the anonymous volume goes with the last container that uses it',
  },
  async (site) => {
    const run = await site.run(`
      box one --volume /data
      volume=$(docker inspect --format '{{range .Mounts}}{{.Name}}{{end}}' $N-one)
      note volume "$volume"
      docker rm --force $N-one
      box two --volume "$volume:/data"
      topo-gc submit --container $N-two
    `);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
    expect(await site.hasVolume(site.noted('volume')[0] ?? '')).toBe(false);
  },
);
