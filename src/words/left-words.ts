import type { ReportedLease, ReportedLeft } from '../domain/report/report.ts';

/** `container db of lab: …`, one line. */
export const describeLeft = ({ kind, name, topology, why }: ReportedLeft): string =>
  `${kind} ${name} of ${topology}: ${why}`;

/** `lab, until 2026-11-28T10:30:00.000Z`, one line. */
export const describeLeased = ({ name, endsAt }: ReportedLease): string =>
  endsAt === undefined ? name : `${name}, until ${new Date(endsAt).toISOString()}`;
