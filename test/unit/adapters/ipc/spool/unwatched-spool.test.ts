import { expect, test, vi } from 'vitest';
import { SpoolFolder } from '../../../../../src/adapters/ipc/spool/spool-folder.ts';
import { TemporaryFolder } from '../../../../support/temporary-folder.ts';

/** As of the kernel when `fs.inotify.max_user_instances` is used up. */
const USED_UP = Object.assign(new Error('EMFILE: too many open files, watch'), { code: 'EMFILE' });

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  watch: () => {
    throw USED_UP;
  },
}));

test('where the kernel watches no more folders, that is told, and no error ends the agent', () => {
  using folder = new TemporaryFolder();
  const onUnwatched = vi.fn();
  new SpoolFolder(folder.path, { onUnwatched }).watch(new AbortController().signal, () => {});
  expect(onUnwatched).toHaveBeenCalledExactlyOnceWith(USED_UP);
});
