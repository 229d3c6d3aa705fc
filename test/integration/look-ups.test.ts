import { expect, test, vi } from 'vitest';
import { FakeEngine } from './fake-engine.ts';
import { inFrontOf } from './in-front-of.ts';

const AT_ONCE = 32;

test(`an engine is asked for ${AT_ONCE} members at once, however many are named, and stops wait for none of them`, async () => {
  await using fake = await FakeEngine.start(() => undefined);
  const engine = inFrontOf(fake, 60_000);
  const asked = Array.from({ length: 10 * AT_ONCE }, (_, at) => engine.find('container', `web-${at}`));
  const looks = () => fake.requests.filter((request) => request.startsWith('GET '));
  await vi.waitUntil(() => looks().length >= AT_ONCE, { timeout: 30_000 });
  const stopped = engine.stop('web', 0, false);
  await vi.waitUntil(() => fake.requests.some((request) => request.startsWith('POST ')), { timeout: 30_000 });
  expect(looks()).toHaveLength(AT_ONCE);
  await fake.goAway();
  await Promise.allSettled([...asked, stopped]);
});
