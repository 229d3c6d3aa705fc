export type { Probe } from '../page/draw-report.tsx';
