import Docker from 'dockerode';
import type { Lack } from './skipped.ts';

interface Version {
  readonly Version?: string;
  readonly Components?: readonly { readonly Name: string }[];
}

/** The engine of the tests says so itself. Where none answers, each test says that. */
const version: Version = await new Docker().version().catch(() => ({}));

const isPodman = version.Components?.some(({ Name }) => Name === 'Podman Engine') ?? false;

/** Why a test can't run where the engine of the tests is Podman. @param why such as `Podman has no links` */
export const lackOnPodman = (why: string): Lack | undefined => (isPodman ? `engine: ${why}` : undefined);

/** The networks of Podman before 5 are CNI's, whose ids are made of their names. */
export const lackOfNetworkIds = (): Lack | undefined =>
  isPodman && Number(version.Version?.split('.')[0]) < 5
    ? 'engine: Podman 4 gives a network that is made anew the id of the one before'
    : undefined;
