import type { SwarmRole } from '../../../domain/swarm.ts';

/** What is known of an engine's part in a Swarm, without asking for it. */
export class SwarmSeen {
  /** Whether it has shown that it is a manager: lists then ask it for what only managers know. */
  isManager: boolean;
  /** The id of its node, if that is known. */
  nodeId: string | undefined;

  constructor(role: SwarmRole | undefined) {
    this.isManager = role?.isManager ?? false;
    this.nodeId = role?.nodeId;
  }
}
