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

/** The same for Podman before 5, whose networks are CNI's. */
export const lackOnPodman4 = (why: string): Lack | undefined =>
  Number(version.Version?.split('.')[0]) < 5 ? lackOnPodman(why) : undefined;
