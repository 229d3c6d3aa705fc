import type { LabelledKind } from '../domain/kinds/kinds.ts';
import { STACK_LABEL } from '../domain/swarm.ts';
import type { Selector } from '../domain/topology/submission.ts';

/** A stack of a Swarm as a client names it; with `volumes` also the volumes that it has made on the nodes that are reached. */
export type StackName =
  | string
  | {
      readonly name: string;
      readonly volumes?: boolean | undefined;
      /** The name or the id of the manager's engine; absent: that of the submission. */
      readonly engine?: string | undefined;
    };

/** A name that `docker stack deploy` takes. */
const STACK = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** The form of a stack's name, in words. */
export const TAKES_STACK =
  'takes the name of a stack: letters, digits and _ . -, the first a letter or digit';

/** The same for the entries of a submission's list. */
export const TAKES_STACKS =
  'takes a list of names of stacks, or of {"name": …, "volumes": true, "engine": NAME}';

/** What `docker stack rm` removes. */
const KINDS: readonly LabelledKind[] = ['service', 'network', 'secret', 'config'];

export const isStackName = (text: string): boolean => STACK.test(text);

/** All that a stack has made; the kinds are only known to a manager, so any other node of a Swarm refuses it. */
export function stackSelector(stack: StackName, field: string): Selector {
  const { name, volumes = false, engine: site } = typeof stack === 'string' ? { name: stack } : stack;
  return {
    label: `${STACK_LABEL}=${name}`,
    kinds: volumes ? [...KINDS, 'volume'] : KINDS,
    field,
    ...(site !== undefined && { site }),
  };
}

export const stackNameOf = (stack: StackName): string => (typeof stack === 'string' ? stack : stack.name);
