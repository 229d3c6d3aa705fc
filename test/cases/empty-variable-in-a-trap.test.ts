import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/stackernews/stacker.news/pull/935',
    situation:
      'A trap hands over `"$web"` and `"$db"`, and the script ends before `$db` is set. The refusal is printed where nobody looks, and the script ends well.',
    before: 'the whole submission was refused: exit status 0, an empty report, and `web` ran on',
    right: 'the job is not green while `web` runs on, and the report tells of the refusal',
  },
  async (site) => {
    const run = await site.run(`
      db=
      web=$(box web)
      trap 'topo-gc submit --container "$web" --container "$db"; exit 0' EXIT
    `);
    const left = await site.left();
    expect({ status: run.status, left }).not.toEqual({ status: 0, left: ['container web'] });
    const { leaks, rejected, topologies } = run.report;
    expect(leaks.length + rejected.length + topologies.length, run.output).toBeGreaterThan(0);
  },
);
