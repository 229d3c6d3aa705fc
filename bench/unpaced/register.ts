import { registerHooks } from 'node:module';

const url = (path: string): string => new URL(path, import.meta.url).href;
const PACED = url('../../src/runtime/stopping/stop-pace.ts');
const UNPACED = url('stops-at-once.ts');

/** To be loaded before an agent out of the sources: it gets `stops-at-once.ts` for `stop-pace.ts`. */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return resolved.url === PACED ? { ...resolved, url: UNPACED } : resolved;
  },
});
