export type { Size as Shown } from '../domain/size.ts';
