import { expect, test } from 'vitest';
import { arrivedImages } from '../../../../src/domain/pressure/arrived-images.ts';

const image = (id: string, parent?: string) => ({ id, name: `${id}:latest`, ...(parent && { parent }) });

const arrived = (all: readonly ReturnType<typeof image>[], before: string[] = [], used: string[] = []) =>
  arrivedImages(all, new Set(before), new Set(used)).map(({ id }) => id);

test('what was there before stays, and what a container was made from', () => {
  expect(arrived([image('old'), image('new'), image('busy')], ['old'], ['busy'])).toEqual(['new']);
});

test('what one that stays was built on stays too', () => {
  const all = [image('base'), image('step', 'base'), image('app', 'step'), image('other', 'base')];
  expect(arrived(all, [], ['app'])).toEqual(['other']);
  expect(arrived(all, ['app'])).toEqual(['other']);
});

test('what was built on another comes before it, whatever the order of the engine', () => {
  const all = [image('base'), image('app', 'step'), image('step', 'base'), image('pulled')];
  const order = arrived(all);
  expect(order.toSorted()).toEqual(['app', 'base', 'pulled', 'step']);
  expect(order.indexOf('app')).toBeLessThan(order.indexOf('step'));
  expect(order.indexOf('step')).toBeLessThan(order.indexOf('base'));
});

test('what was built on something that is gone, or was there before, goes alone', () => {
  expect(arrived([image('base'), image('app', 'base'), image('orphan', 'gone')], ['base'])).toEqual([
    'app',
    'orphan',
  ]);
});
