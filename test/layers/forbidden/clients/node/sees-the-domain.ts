export type { Size } from '../../src/domain/size.ts';
