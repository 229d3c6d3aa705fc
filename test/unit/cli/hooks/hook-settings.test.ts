import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHookSettings } from '../../../../src/cli/hooks/hook-settings.ts';
import { INPUT_TABLE, withDefaults } from '../../../../src/domain/settings.ts';
import { inputVariable } from '../../../../src/protocol/environment.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

let temporary: TemporaryFolder;
let path: string;

beforeEach(() => {
  temporary = new TemporaryFolder();
  path = temporary.file('topo-gc.yml');
});
afterEach(() => temporary[Symbol.dispose]());

const read = (content: string, env = {}) => {
  writeFileSync(path, content);
  return readHookSettings({ path, isGiven: true }, env);
};

test('the file has the names of the inputs, its texts are taken as they stand, and a list is lines', () => {
  const content = `# of the operator
disk-threshold: 85%
cpu-threshold: off
container-threshold: 40
protect: true
stop-timeout:
sweep-labels: [a=b, c=1.50]
`;
  expect(read(content)).toEqual(
    withDefaults({
      'disk-threshold': '85%',
      'container-threshold': '40',
      'sweep-labels': 'a=b\nc=1.50',
    }),
  );
});

test('every input has a variable, which goes before the file', () => {
  for (const { name, fallback, values } of INPUT_TABLE) {
    const value = values.find((each) => each !== fallback) ?? fallback;
    expect(read('', { [inputVariable(name)]: value })).toEqual(withDefaults({ [name]: value }));
  }
  const env = {
    TOPO_GC_CONTAINER_THRESHOLD: '7',
    TOPO_GC_SOCKET: '/s',
    TOPO_GC_STATE: '/x',
    TOPO_GC_MINE: '1',
  };
  expect(read('container-threshold: 8', env)).toEqual(withDefaults({ 'container-threshold': '7' }));
});

test.each([
  ['disk-threshold: 12', 'disk-threshold "12": takes "N%" used, "SIZE free" or "off"'],
  ['disk-treshold: off', 'disk-treshold "off": is no setting: did you mean disk-threshold?'],
  ['retries: 3', 'retries "3": is no setting; the settings are disk-threshold, memory-threshold, '],
  ['sweep-labels: {a: b}', 'sweep-labels: takes a text, or a list of texts'],
  ['concurrency: [1, 2]', 'concurrency "1\\n2": takes a count or "auto"'],
])('%j is refused with the file, the field, the value and what is accepted', (content, fault) => {
  expect(() => read(content)).toThrow(`${path}: ${fault}`);
});

test('what is wrong in the environment is told by its variable, all faults at once', () => {
  const env = { TOPO_GC_PROTECT: 'no', TOPO_GC_DISK_TRESHOLD: 'off' };
  const faults = [
    'TOPO_GC_PROTECT "no": takes "true" or "false"',
    `${path}: concurrency "many": takes a count or "auto"`,
    'TOPO_GC_DISK_TRESHOLD: is no setting: did you mean TOPO_GC_DISK_THRESHOLD?',
  ];
  for (const fault of faults) expect(() => read('concurrency: many', env)).toThrow(`\n  ${fault}`);
});

test.each([
  ['a: [', 'it is not YAML: '],
  ['disk-threshold: 1\ndisk-threshold: 2', 'it is not YAML: Map keys must be unique'],
  ['disk-threshold: !secret x', 'it is not YAML: '],
  ['- disk-threshold', 'it takes names of inputs with their values'],
])('%j is refused as a file', (content, why) => {
  expect(() => read(content)).toThrow(`the settings in ${path} are not valid: ${why}`);
});

test('a file that is not there counts as empty, unless it was named', () => {
  const place = { path: temporary.file('none.yml'), isGiven: false };
  expect(readHookSettings(place, {})).toEqual(withDefaults({}));
  expect(() => readHookSettings({ ...place, isGiven: true }, {})).toThrow('it could not be read: ENOENT');
});
