import type { Facts } from '../kinds/kind.ts';
import { type EngineMoment, type HostMoment } from '../moment.ts';
type Made = Pick<Facts, 'createdAt' | 'createdAtMoves'>;
/** When the engine made a member, by its own clock. A time that moves only moves on: it is the latest that can be. */
export declare function madeOnEngine({ createdAt, createdAtMoves }: Made): EngineMoment;
/** When a link or a path was made, by this host's clock. */
export declare function madeOnHost({ createdAt, createdAtMoves }: Made): HostMoment;
export {};
