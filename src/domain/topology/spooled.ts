/** A hand-over that was not taken, and why: a file of the spool, or one that a client has sent. */
export interface Rejection {
  readonly file?: string;
  /** The topology that it was to be, where it was sent and has an id. */
  readonly topology?: string;
  readonly error: string;
}

/** So many refusals of what clients have sent are kept: a client that fails for ever says the same again. */
export const MOST_REFUSALS = 100;

/** `half.json of the spool`, `the submission of lab`. */
export const describeRejected = ({ file, topology }: Rejection): string =>
  file !== undefined
    ? `${file} of the spool`
    : topology === undefined
      ? 'a submission'
      : `the submission of ${topology}`;
