export type { Step } from '../cli/offers-commands.ts';
