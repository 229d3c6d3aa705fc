export type { Probe } from '../host/probe.ts';
