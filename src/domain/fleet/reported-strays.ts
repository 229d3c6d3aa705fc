import { isMemberKind, type MemberKind } from '../kinds/kinds.ts';

/** A member that was made on the engine while the job ran, that nobody handed over, and that is still there. */
export interface ReportedStray {
  readonly kind: MemberKind;
  readonly name: string;
  /** What stands in the way of handing it over, in one word. */
  readonly cause: string;
  /** What the report says about it, in words; empty if it says nothing. */
  readonly reason: string;
}

/** The strays of a report. */
export interface ReportedStrays {
  readonly members: readonly ReportedStray[];
  /** The number of further ones that the report does not name. */
  readonly more: number;
  /** They failed the job. */
  readonly isFailure: boolean;
}

/** The cause if nothing stands in the way. */
export const NOT_HANDED_OVER = 'not-handed-over';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The texts of those fields that have one. */
const texts = (entry: Fields, fields: readonly string[]): string[] =>
  fields.flatMap((field) => {
    const value = entry[field];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });

function reasonOf(entry: Fields): string {
  const [madeAt] = texts(entry, ['createdAt']);
  const [image] = texts(entry, ['image']);
  return [
    ...(madeAt === undefined ? [] : [`made at ${madeAt.replace(/\.\d+/, '')}`]),
    ...(image === undefined ? [] : [`by image ${image}`]),
    ...texts(entry, ['why', 'reason']),
  ].join(', ');
}

function strayOf(entry: unknown): ReportedStray[] {
  if (!isObject(entry)) return [];
  const [kind = ''] = texts(entry, ['kind']);
  if (!isMemberKind(kind)) return [];
  const [name = ''] = texts(entry, ['name', 'id']);
  const [cause = NOT_HANDED_OVER] = texts(entry, ['cause']);
  return [{ kind, name, cause, reason: reasonOf(entry) }];
}

/**
 * The strays of a report, which is written with or without a look at them. An entry that is not known counts as one that
 * the report does not name.
 */
export function straysOf(report: object): ReportedStrays {
  const { strays } = report as { readonly strays?: unknown };
  const { members, more, isFailure }: Fields =
    isObject(strays) && !Array.isArray(strays) ? strays : { members: strays };
  const entries: readonly unknown[] = Array.isArray(members) ? members : [];
  const known = entries.flatMap(strayOf);
  const unnamed = typeof more === 'number' && more > 0 ? more : 0;
  return { members: known, more: unnamed + entries.length - known.length, isFailure: isFailure === true };
}

export const countStrays = ({ members, more }: ReportedStrays): number => members.length + more;
