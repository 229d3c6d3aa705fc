export type { Size as Step } from '../domain/size.ts';
