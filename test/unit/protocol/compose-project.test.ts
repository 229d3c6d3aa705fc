import { expect, test } from 'vitest';
import { composeSelector } from '../../../src/protocol/compose-project.ts';

test('a project is what carries its label, and without --volumes no volume', () => {
  const label = 'com.docker.compose.project=shop_1-a';
  expect(composeSelector('shop_1-a', false)).toEqual({ label, kinds: ['container', 'network'] });
  expect(composeSelector('shop_1-a', true)).toEqual({ label, kinds: ['container', 'network', 'volume'] });
});

test.each(['', 'Shop', 'my shop', 'shop.1', 'a=b', 'shop\n', '../shop'])('%j is no project', (project) => {
  expect(composeSelector(project, false)).toBeUndefined();
});
