import { CLIENT_FAULTS } from './client-faults.ts';
import { DISK_FAULTS } from './disk-faults.ts';
import { ENGINE_FAULTS } from './engine-faults.ts';
import { FILE_OPERATION_FAULTS } from './file-operation-faults.ts';
import { IMPOSSIBLE_FAULTS } from './impossible-faults.ts';
import { JOURNAL_FAULTS } from './journal-faults.ts';
import { NEXT_JOB_FAULTS } from './next-job-faults.ts';
import { OTHER_USER_FAULTS } from './other-user-faults.ts';
import { PROCESS_FAULTS } from './process-faults.ts';
import { INJECTED_FAULTS, type RoundFault } from './round-faults.ts';

/** What takes more than one job, user, engine or attempt: a run begins with each of these once, so that a short one has them all. */
export const FIRST_FAULTS: readonly RoundFault[] = [
  ...NEXT_JOB_FAULTS,
  ...ENGINE_FAULTS,
  ...OTHER_USER_FAULTS,
  ...FILE_OPERATION_FAULTS,
];

/** All that can go wrong in a round. */
export const FAULTS: readonly RoundFault[] = [
  ...INJECTED_FAULTS,
  ...JOURNAL_FAULTS,
  ...DISK_FAULTS,
  ...CLIENT_FAULTS,
  ...PROCESS_FAULTS,
  ...IMPOSSIBLE_FAULTS,
  ...FIRST_FAULTS,
];
