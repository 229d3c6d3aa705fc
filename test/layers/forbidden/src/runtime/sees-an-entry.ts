export type { Step } from '../entry/main.ts';
