import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/marcelbirkner/docker-ci-tool-stack/issues/19',
    situation:
      'A script hands over `--container "$(docker ps -aq --filter …)"`, with quotes. There are two, so that one argument holds two ids and a line break.',
    before: '“not there”, exit status 0, and both ran on',
    right:
      'an error that quotes the argument escaped; what was meant is not forgotten: the run is not green while both run on',
  },
  async (site) => {
    const run = await site.run(
      `
      box a; box b
      topo-gc submit --container "$(docker ps -aq --filter name=$N)"
      note status $?
    `,
      { options: ['--drain-timeout', '8s'] },
    );
    expect(Number(site.noted('status')[0]), run.output).not.toBe(0);
    expect(run.output).toMatch(/[0-9a-f]{12}(\\n|\\u000a)[0-9a-f]{12}/);
    const left = await site.left();
    expect({ status: run.status, left }).not.toEqual({ status: 0, left: ['container a', 'container b'] });
  },
);
