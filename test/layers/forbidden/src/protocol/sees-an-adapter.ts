export type { Probe } from '../adapters/host/probe.ts';
