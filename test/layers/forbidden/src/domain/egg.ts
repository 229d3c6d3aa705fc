export type { Chicken as Egg } from './chicken.ts';
