import { expect, test } from 'vitest';
import { parseNamedHosts } from '../../../../src/domain/limits/named-hosts.ts';

test('each line names an engine; blanks and empty lines do not count', () => {
  const text =
    '  east=tcp://10.0.0.2:2375\n\n west-2 = ssh://runner@b.example:2222/run/d.sock \nx=unix:///run/x';
  expect([...(parseNamedHosts(text) ?? [])]).toEqual([
    ['east', 'tcp://10.0.0.2:2375'],
    ['west-2', 'ssh://runner@b.example:2222/run/d.sock'],
    ['x', 'unix:///run/x'],
  ]);
  expect(parseNamedHosts('')?.size).toBe(0);
});

test.each([
  ['no name', 'tcp://10.0.0.2:2375'],
  ['an empty name', '=tcp://10.0.0.2'],
  ['no host', 'east='],
  ['a name that begins with a dash', '-east=tcp://a'],
  ['a slash in a name', 'ea/st=tcp://a'],
  ['a name that is no ASCII', 'öst=tcp://a'],
  ['the same name twice', 'east=tcp://a\neast=tcp://b'],
  ['two engines in a line', 'east=tcp://a west=tcp://b'],
  ['another protocol', 'east=https://a'],
  ['a port that is none', 'east=tcp://a:99999'],
  ['a path behind tcp', 'east=tcp://a/run'],
  ['a relative socket', 'east=unix://run/docker.sock'],
  ['no path of a socket', 'east=unix:///'],
  ['an option for ssh', 'east=ssh://-oProxyCommand=x'],
  ['a user that is an option', 'east=ssh://-x@a'],
  ['one bad line of several', 'east=tcp://a\nwest'],
])('is not valid: %s', (_, text) => {
  expect(parseNamedHosts(text)).toBeUndefined();
});
