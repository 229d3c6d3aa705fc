export type { Probe } from '../page/main.tsx';
