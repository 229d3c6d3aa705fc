import type { Option } from '../domain/kinds/kind.ts';
import {
  ENGINE_KINDS,
  isLabelledKind,
  type LabelledKind,
  NAMED_KINDS,
  type NamedKind,
  namingOf,
  type OptionOf,
} from '../domain/kinds/kinds.ts';
import { whyNoRef } from '../domain/topology/submission.ts';
import type { SharableName, TopologyBody } from '../protocol/topology-body.ts';
import { ENGINE_HELP, type EnginesMeant } from './engines-meant.ts';

type OptionName = OptionOf<NamedKind>;

/** The given values of the options that name members, by option. */
export type MemberValues = { readonly [Name in OptionName]?: readonly string[] | undefined };

const given = (values: MemberValues, name: string): readonly string[] | undefined =>
  values[name as OptionName];

/** Kinds that selectors do not find. */
export const OTHER_KINDS = NAMED_KINDS.filter((kind) => !isLabelledKind(kind)) as readonly Exclude<
  NamedKind,
  LabelledKind
>[];

const options = NAMED_KINDS.map((kind) => namingOf(kind).option);

/** Options that take a name or an id, options for members that others use too, and options that describe their own values. */
export const PLAIN: readonly Option[] = options.filter(({ help }) => help === undefined);
export const SHARED: readonly Option[] = NAMED_KINDS.flatMap((kind) => namingOf(kind).sharedOption ?? []);
export const OWN: readonly Option[] = options.filter(({ help }) => help !== undefined);

const spelled = ({ name, value }: Option): string => `--${name} ${value}`;

/** The most options of members in a line of the usage, and what the next line begins with. */
const MOST_IN_LINE = 3;
const NEXT_LINE = `\n${' '.repeat(21)}`;

/** ` [--network N]...` for each option, with a blank before each. */
export const usageOf = (some: readonly Option[]): string =>
  some
    .map((option, at) => `${at > 0 && at % MOST_IN_LINE === 0 ? NEXT_LINE : ''} [${spelled(option)}]...`)
    .join('');

/** The width of an option in the help; its description follows after a blank. */
const COLUMN = 18;

const line = (option: Option, help: string): string => `  ${spelled(option).padEnd(COLUMN)} ${help}`;

/** A line in the help for each option. */
export const helpOf = (some: readonly Option[]): string =>
  some.map((option) => line(option, option.help ?? '')).join('\n');

/** The one line for all options that take a name or an id. */
export const PLAIN_HELP = ((): string => {
  const [first, ...others] = PLAIN;
  if (first === undefined) return '';
  const names = others.map(({ name }) => `--${name}`);
  const also = [names.slice(0, -1).join(', '), ...names.slice(-1)]
    .filter((part) => part !== '')
    .join(' and ');
  return line(first, `name or id, as often as you like; also ${also}`);
})();

/** A line in the help for each option that describes a topology, whether it is leased or handed over. */
export const TOPOLOGY_HELP = `  --id ID            the id of the topology; the agent makes one if it is missing
  --name NAME        shown in the summary
${PLAIN_HELP}
${helpOf(SHARED)}
  --label KEY=VALUE  everything with exactly this label
  --compose PROJECT  the containers and networks that Compose made for the project, not external ones
  --stack STACK      what docker stack rm removes, on a manager of the Swarm
  --volumes          with --compose or --stack: also the volumes of the project or stack
${helpOf(OWN)}
${ENGINE_HELP}
  --file FILE        a topology as JSON, from a file or from standard input (-)
  --stop-timeout D   grace between the stop signal and the kill, such as 2s`;

/** The options of some kinds as `parseArgs` takes them. */
export const optionsOf = <K extends NamedKind>(kinds: readonly K[]) =>
  Object.fromEntries(
    kinds
      .map(namingOf)
      .flatMap(({ option, sharedOption }) => [option, ...(sharedOption ? [sharedOption] : [])])
      .map(({ name }) => [name, { type: 'string', multiple: true }]),
  ) as Record<OptionOf<K>, { readonly type: 'string'; readonly multiple: true }>;

/**
 * The fields of a topology for the given options of those kinds; fields without values are left out.
 * @param engines the engine that each value is meant for
 */
export const membersNamed = (
  values: MemberValues,
  kinds: readonly NamedKind[],
  engines: Pick<EnginesMeant, 'of'>,
): TopologyBody =>
  Object.fromEntries(
    kinds.map(namingOf).flatMap(({ field, option, sharedOption }): [string, SharableName[]][] => {
      const plain = given(values, option.name);
      const shared = sharedOption && given(values, sharedOption.name);
      if (plain === undefined && shared === undefined) return [];
      const onEngine = (name: string, at: number) => {
        const engine = engines.of(name, at);
        return engine === undefined ? {} : { engine };
      };
      return [
        [
          field,
          [
            ...(plain ?? []).map((name, at) => {
              const more = onEngine(option.name, at);
              return 'engine' in more ? { name, ...more } : name;
            }),
            ...(shared ?? []).map((name, at) => ({
              name,
              shared: true,
              ...onEngine(sharedOption?.name ?? '', at),
            })),
          ],
        ],
      ];
    }),
  );

/** References that can't be a name or an id, and why: `--container ""`. The agent checks members on the host. */
export const wrongNames = (values: MemberValues): string[] =>
  ENGINE_KINDS.flatMap((kind) => {
    const { option, sharedOption } = namingOf(kind);
    return [option, ...(sharedOption ? [sharedOption] : [])].flatMap(({ name }) =>
      (given(values, name) ?? []).flatMap((ref) => {
        const why = whyNoRef({ kind, ref });
        return why === undefined ? [] : [`--${name} ${JSON.stringify(ref)}: ${why}`];
      }),
    );
  });
