/** The state of the job, and who drained. */
export interface SummaryContext {
  /** `success`, `failure`, `cancelled`. */
  readonly jobStatus: string;
  readonly postMs: number;
  /** Why the post step drained in place of the agent; absent if the agent drained. */
  readonly inPlaceBecause?: string;
}

/** That the job was cancelled, if it was. */
export const cancelledLines = ({ jobStatus }: SummaryContext): string[] =>
  jobStatus === 'cancelled' ? ['The job was cancelled.', ''] : [];
