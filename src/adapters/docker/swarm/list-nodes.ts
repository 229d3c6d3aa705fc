import * as z from 'zod/mini';
import type { ListedNode } from '../../../domain/swarm.ts';
import type { Conversation } from '../kinds/engine-kind.ts';
import { read } from '../read-answer.ts';
import { askManager, ownNodeId } from './ask-manager.ts';

const text = z.nullish(z.string());

const nodeList = z.array(
  z.object({
    ID: z.string(),
    UpdatedAt: text,
    Description: z.nullish(z.object({ Hostname: text })),
    Status: z.nullish(z.object({ State: text, Addr: text })),
    ManagerStatus: z.nullish(z.object({ Addr: text })),
  }),
);

type ToldNode = z.infer<typeof nodeList>[number];

/** A manager may tell `0.0.0.0` for its own node, and its real address with the port of the managers. */
function addressOf({ Status, ManagerStatus }: ToldNode): string {
  const address = Status?.Addr ?? '';
  if (address !== '' && address !== '0.0.0.0') return address;
  return (ManagerStatus?.Addr ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}

/** All nodes of the Swarm, in two requests at most; empty if the engine is in no Swarm. @throws EngineError from a worker */
export async function listNodes(talk: Conversation): Promise<ListedNode[]> {
  const { docker, abortSignal } = talk;
  const told = await askManager(talk, async () =>
    read(nodeList, await docker.listNodes({ abortSignal } as object)),
  );
  if (told === undefined) return [];
  const own = await ownNodeId(talk);
  return told.map((node): ListedNode => {
    const { ID: id, Description, Status, UpdatedAt } = node;
    const isDown = Status?.State != null && Status.State !== 'ready';
    return {
      id,
      hostname: Description?.Hostname || id,
      address: addressOf(node),
      ...(id === own && { isHere: true }),
      ...(isDown && { downSince: UpdatedAt ?? 'an unknown time' }),
    };
  });
}
