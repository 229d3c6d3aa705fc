import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { farewells, stopNumber } from '../support/farewells.ts';

/** `TOPO_GC_DEAF_ROUNDS=1000 npx vitest run --project integration test/integration/deaf-rounds.test.ts` for the whole. */
const ROUNDS = Number(process.env.TOPO_GC_DEAF_ROUNDS ?? 22);

const AT_ONCE = 11;
const LONGEST_FAREWELL_S = 1.2;
const LONGEST_LEAD_MS = 300;
const GRACE_S = 60;

test(
  `of ${ROUNDS} containers that handle their stop signal, none is killed early`,
  async () => {
    const folder = mkdtempSync(join('/tmp', 'topo-gc-farewells-'));
    await using agent = await AgentUnderTest.start({ inputs: { 'deaf-containers': 'kill' } });
    const names = Array.from({ length: ROUNDS }, (_, round) => `round-${round}`);
    const killed: string[] = [];
    const round = async (objects: EngineObjects, name: string, at: number) => {
      const all = Object.entries(farewells(`/said/${name}`, Math.random() * LONGEST_FAREWELL_S));
      const [way, options] = all[at % all.length] as (typeof all)[number];
      const container = { ...options, binds: [`${folder}:/said`], stopTimeout: GRACE_S };
      const { id } = await objects.container(name, container);
      await objects.hears(name, stopNumber(options));
      await sleep(Math.random() * LONGEST_LEAD_MS);
      const { members } = await agent.submit({ containers: [id] }, '?wait=stopped');
      if (members.some(({ deafTo }) => deafTo !== undefined)) killed.push(`${name}: ${way}`);
    };
    try {
      for (let from = 0; from < ROUNDS; from += AT_ONCE) {
        await using objects = new EngineObjects();
        const batch = names.slice(from, from + AT_ONCE);
        await Promise.all(batch.map((name, at) => round(objects, name, at)));
      }
      expect(killed).toEqual([]);
      expect(readdirSync(folder).sort()).toEqual([...names].sort());
      await agent.drain();
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000 + ROUNDS * 3_000,
);
