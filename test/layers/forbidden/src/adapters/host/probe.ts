export type { Size as Probe } from '../../domain/size.ts';
