import type { MemberKind } from '../kinds/kinds.ts';
import { type Leak, topologyOf } from '../leaks/leak.ts';
import { addCounts, countMembers, type MemberCounts, NO_MEMBERS } from '../removal/collection.ts';
import type { Report } from '../report/report.ts';
import { grouped } from '../text/grouped.ts';
import { NOT_HANDED_OVER, straysOf } from './reported-strays.ts';

/** A member that a job left. */
export interface LeftByJob {
  /** The job's name. */
  readonly job: string;
  readonly kind: MemberKind;
  readonly name: string;
  /** Its topology; absent for a stray. */
  readonly of?: string;
  readonly reason: string;
}

/** All members that were left for the same cause. */
export interface LeftByCause {
  readonly what: 'leak' | 'stray';
  readonly cause: string;
  readonly counts: MemberCounts;
  /** The number of all, also of strays that the reports do not name and whose kind is not known. */
  readonly count: number;
  /** The number of jobs that left some. */
  readonly jobs: number;
  /** The first of them; `count` counts all. */
  readonly members: readonly LeftByJob[];
}

/** The most members that are named for a cause. One job names no more than its share of them, so others are named too. */
export const MOST_LEFT_NAMED = 400;
export const MOST_LEFT_NAMED_OF_A_JOB = 40;

type Cause = Pick<LeftByCause, 'what' | 'cause'>;

type Found = Cause & Omit<LeftByJob, 'job'>;

const leaked = (leak: Leak): Found => {
  const { kind, name, cause, reason } = leak;
  return { what: 'leak', cause, kind, name, of: topologyOf(leak), reason };
};

const keyOf = ({ what, cause }: Cause): string => `${what} ${cause}`;

interface Group extends LeftByCause {
  counts: MemberCounts;
  count: number;
  jobs: number;
  readonly members: LeftByJob[];
}

/** Collects what jobs left, by cause. */
export class LeftTally {
  readonly #groups = new Map<string, Group>();

  add(job: string, report: Report): void {
    const { members, more } = straysOf(report);
    const found: readonly Found[] = [
      ...report.leaks.map(leaked),
      ...members.map((stray): Found => ({ what: 'stray', ...stray })),
    ];
    for (const ofCause of grouped(found, keyOf)) this.#addOfCause(job, ofCause);
    if (more === 0) return;
    const group = this.#group({ what: 'stray', cause: NOT_HANDED_OVER });
    group.count += more;
    if (!members.some(({ cause }) => cause === NOT_HANDED_OVER)) group.jobs += 1;
  }

  #group({ what, cause }: Cause): Group {
    const key = keyOf({ what, cause });
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = { what, cause, counts: NO_MEMBERS, count: 0, jobs: 0, members: [] };
    this.#groups.set(key, group);
    return group;
  }

  #addOfCause(job: string, found: readonly Found[]): void {
    const [first] = found;
    if (first === undefined) return;
    const group = this.#group(first);
    group.counts = addCounts(group.counts, countMembers(found));
    group.count += found.length;
    group.jobs += 1;
    const room = Math.min(MOST_LEFT_NAMED_OF_A_JOB, MOST_LEFT_NAMED - group.members.length);
    for (const { what: _, cause: __, ...member } of found.slice(0, room))
      group.members.push({ job, ...member });
  }

  /** Leaks come before strays, and the cause with the most members first. */
  list(): LeftByCause[] {
    return [...this.#groups.values()].sort(
      (a, b) =>
        a.what.localeCompare(b.what, 'en') || b.count - a.count || a.cause.localeCompare(b.cause, 'en'),
    );
  }
}
