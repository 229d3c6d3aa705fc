export type { Shown } from '../runtime/runs.ts';
