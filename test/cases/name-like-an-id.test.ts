import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker-archive/classicswarm/issues/802',
    situation:
      'A container has a name of a few letters that could be digits of an id, and is gone already when its test hands it over. The ids of several others begin with that name; of one, a script knows the first digits only.',
    before: 'the name was refused, as it meant several; the first digits were “not there”, exit status 0',
    right:
      'the name is not there, whatever ids begin with it; the first digits are not taken, with the name of the container that is meant: exit status 70',
  },
  async (site) => {
    const run = await site.run(
      `
      for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do
        docker create --name $N-$i "$IMAGE" true | cut -c 1
      done | sort | uniq -d | head -n 1 >digit
      topo-gc submit --container $(cat digit)
      note gone $?
      topo-gc submit --container $(docker inspect --format '{{.Id}}' $N-1 | cut -c 1-6)
    `,
      { options: ['--drain-timeout', '6s'] },
    );
    expect(site.noted('gone'), run.output).toEqual(['0']);
    expect(run.output).toContain(`the id of ${site.named('1')} begins so`);
    expect(run.status).toBe(70);
    expect(run.report.leaks.map(({ cause }) => cause)).toEqual(['unresolved']);
    expect(await site.left()).toHaveLength(17);
  },
);
