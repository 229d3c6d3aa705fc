import Docker from 'dockerode';
import type { Lack } from './skipped.ts';

interface Version {
  readonly Components?: readonly { readonly Name: string }[];
}

/** The engine of the tests says so itself. Where none answers, each test says that. */
const isPodman: boolean = await new Docker()
  .version()
  .then(({ Components = [] }: Version) => Components.some(({ Name }) => Name === 'Podman Engine'))
  .catch(() => false);

/** Why a test can't run where the engine of the tests is Podman. @param why such as `Podman has no links` */
export const lackOnPodman = (why: string): Lack | undefined => (isPodman ? `engine: ${why}` : undefined);
