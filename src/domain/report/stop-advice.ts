import { INPUT } from '../limits/input-names.ts';
import { counted } from '../text/counted.ts';
import { seconds } from '../text/quantities.ts';
import type { Advice, Report } from './report.ts';
import { type ReportedMember, reportedMembers } from './reported-topology.ts';
import { ranAllItsGrace } from './time-saved.ts';

const SHORT_GRACE_MS = 1_000;
const MOST_IMAGES = 3;

/** The name of the pytest plugin in its metadata. */
const PYTEST = 'pytest';

/** The change that would let them stop by themselves. If a first process already forwards signals, another init does not help. */
function howToStop(stubborn: readonly ReportedMember[]): string {
  const withInit = stubborn.filter(({ init }) => init).length;
  if (withInit === 0) return 'docker run --init or a handler for SIGTERM would let them stop by themselves';
  const whose = withInit === stubborn.length ? 'they have' : `${withInit} of them have`;
  return `${whose} --init already, and the process below it ignores the signal: a handler for it or another stop signal (--stop-signal) would let them stop by themselves`;
}

/** `3 containers of nginx, redis`, the most frequent image first. */
function containersOf(containers: readonly ReportedMember[]): string {
  const images = new Map<string, number>();
  for (const { image, name } of containers) images.set(image ?? name, (images.get(image ?? name) ?? 0) + 1);
  const byCount = [...images].sort(([, a], [, b]) => b - a).map(([image]) => image);
  const more = byCount.length - MOST_IMAGES;
  const named = byCount.slice(0, MOST_IMAGES).join(', ');
  return `${counted(containers.length, 'container')} of ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Containers that were killed at the end of their grace, and their images. */
export function ignoredStops(report: Report): Advice[] {
  const stubborn = reportedMembers(report.topologies).filter(
    (member) => ranAllItsGrace(member) && (member.graceMs ?? 0) > SHORT_GRACE_MS,
  );
  if (stubborn.length === 0) return [];
  const graceMs = Math.max(...stubborn.map((member) => member.graceMs ?? 0));
  return [
    {
      finding: `${containersOf(stubborn)} ignored the stop signal, and ran for up to ${seconds(graceMs)} until the kill`,
      // The plugin's option takes precedence over the agent's input.
      input: stubborn.every(({ client }) => client === PYTEST)
        ? '--topology-gc-stop-timeout'
        : INPUT.stopTimeout,
      value: '1s',
      effect: `ends them sooner; ${howToStop(stubborn)}`,
    },
  ];
}

/** The change that would let them end in good order. If a first process already forwards signals, another init does not help. */
function howToHear(deaf: readonly ReportedMember[], signals: string): Pick<Advice, 'value' | 'effect'> {
  const withInit = deaf.filter(({ init }) => init).length;
  const handler = `a handler for ${signals}`;
  if (withInit === deaf.length)
    return {
      value: '--stop-signal SIGKILL',
      effect: `ends them at once; to end in good order, the process below their --init needs ${handler}`,
    };
  const others =
    withInit === 0 ? '' : `; ${withInit} of them have it, and the process below it needs the handler`;
  return { value: '--init', effect: `lets the signal end them, and so does ${handler}${others}` };
}

/** Containers that were killed at once because they could not hear their stop signal, and their images. */
export function deafContainers(report: Report): Advice[] {
  const deaf = reportedMembers(report.topologies).filter(({ deafTo }) => deafTo !== undefined);
  if (deaf.length === 0) return [];
  const signals = [...new Set(deaf.map(({ deafTo }) => deafTo))].join(' or ');
  return [
    {
      finding: `${containersOf(deaf)} could not hear ${signals}, and ${deaf.length === 1 ? 'was' : 'were'} killed at once`,
      input: 'docker run',
      ...howToHear(deaf, signals),
    },
  ];
}
