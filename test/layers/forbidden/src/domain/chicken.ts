export type { Egg as Chicken } from './egg.ts';
