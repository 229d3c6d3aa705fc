import { expect, test } from 'vitest';
import { mountsOfThisHost, readMountPoints } from '../../../../src/adapters/host/mount-table.ts';

test('mount points are read with the blanks that they have', () => {
  const line = '97 43 254:0 /host /volumes/data/_data/a\\040b rw shared:4 - ext4 /dev/vda rw\n';
  expect(readMountPoints(line)).toEqual(['/volumes/data/_data/a b']);
});

test('those of this host are listed', async () => {
  expect(await mountsOfThisHost.list()).toContain('/proc');
});
