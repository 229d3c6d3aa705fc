export type { Probe } from '../adapters/host/probe.ts';
export { readFileSync } from './reads-files.ts';
