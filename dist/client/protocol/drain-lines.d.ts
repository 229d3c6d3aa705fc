import type { Problem } from '../domain/errors.ts';
import type { Report } from '../domain/report/report.ts';
import type { DrainProgress } from './agent-service.ts';
/** A line of a drain's answer: progress; the last line has the report or the problem. */
export type DrainLine = ({
    readonly type: 'progress';
} & DrainProgress) | {
    readonly type: 'report';
    readonly report: Report;
} | {
    readonly type: 'problem';
    readonly problem: Problem;
};
/**
 * Reads a drain's answer to the end and returns its report.
 * @throws TopoGcError the problem that ended it; Error if it ended with neither
 */
export declare function readDrain(chunks: AsyncIterable<Uint8Array>, onProgress: (progress: DrainProgress) => void): Promise<Report>;
