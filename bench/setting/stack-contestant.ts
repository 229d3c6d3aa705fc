import type { SwarmLab } from '../../scripts/swarm/swarm-lab.ts';
import type { StackOptions } from '../../test/support/stack-contents.ts';
import { SwarmStack } from '../../test/support/swarm-stack.ts';
import { timed } from '../alternation.ts';
import type { BareEngine } from './bare-engine.ts';
import { CountedNetwork } from './free-addresses.ts';

/** Removes a stack until it says that it is done, and gives what was refused. */
export type StackRemoval = (stack: string) => Promise<readonly string[]>;

/** A stack that stands between its turns, in a lab that takes it with it. It is also on a network that is not its own. */
export class StackContestant {
  readonly stack: SwarmStack;
  readonly network: CountedNetwork;
  readonly freeBefore: number;
  /** For each round in which a request was refused, or the stack could not be deployed again at once: in the manager's words. */
  readonly refusals: string[] = [];
  /** For each round in which a node still showed something when the remover was done. */
  readonly leftovers: string[] = [];

  private constructor(stack: SwarmStack, network: CountedNetwork, freeBefore: number) {
    this.stack = stack;
    this.network = network;
    this.freeBefore = freeBefore;
  }

  static async prepare(
    lab: SwarmLab,
    manager: BareEngine,
    { shape, at }: { readonly shape: StackOptions; readonly at: number },
  ): Promise<StackContestant> {
    const network = await CountedNetwork.make(manager, `outer${at}`, `10.77.${at}.0/24`);
    const freeBefore = await network.free();
    const stack = await SwarmStack.deploy(lab, { ...shape, outerNetworks: [network.id] });
    await stack.untilRunning();
    return new StackContestant(stack, network, freeBefore);
  }

  /** Measures a removal until nothing of the stack is left on any node, and deploys it again. */
  async turn(remove: StackRemoval): Promise<number> {
    const refused: string[] = [];
    let left: readonly string[] = [];
    const took = await timed(async () => {
      refused.push(...(await remove(this.stack.name)));
      left = await this.stack.left();
      await this.stack.untilGone();
    });
    await this.stack.deployAgain().catch(async (error: Error) => {
      refused.push(error.message);
      await this.stack[Symbol.asyncDispose]();
      await this.stack.deployAgain();
    });
    await this.stack.untilRunning();
    if (refused.length > 0) this.refusals.push(refused.join(', '));
    if (left.length > 0) this.leftovers.push(left.join(', '));
    return took;
  }

  /** Removes it for good. @returns how many addresses of its outer network are free no more */
  async lostAddresses(): Promise<number> {
    await this.stack[Symbol.asyncDispose]();
    return this.freeBefore - (await this.network.free());
  }
}
