import type { Disguise } from './engine-proxy.ts';

/** An engine that has all that the real one has, under the same names and ids, and is another one by its own id; Podman's is its host. */
export const otherEngineId = (id: string): Disguise => ({
  alter: (request, body) =>
    /^GET \/info\b/.test(request)
      ? Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), ID: id, Name: id }))
      : body,
});
