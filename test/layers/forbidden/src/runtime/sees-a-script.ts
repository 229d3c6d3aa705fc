export type { Build } from '../../scripts/build.ts';
