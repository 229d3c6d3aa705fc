import type { ReportedLease, ReportedLeft } from '../domain/report/report.ts';
import { nameAt } from '../domain/text/name-at.ts';

/** `container db of lab: …`, one line. */
export const describeLeft = (left: ReportedLeft): string =>
  `${left.kind} ${nameAt(left)} of ${left.topology}: ${left.why}`;

/** `lab, until 2026-11-28T10:30:00.000Z`, one line. */
export const describeLeased = ({ name, endsAt }: ReportedLease): string =>
  endsAt === undefined ? name : `${name}, until ${new Date(endsAt).toISOString()}`;
