export type { Shown as Step } from '../runtime/runs.ts';
