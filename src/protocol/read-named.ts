import { kindOfField, namingOf } from '../domain/kinds/kinds.ts';
import { parseLabel } from '../domain/text/labels.ts';
import { type MemberRef, parseSelector, type Selector } from '../domain/topology/submission.ts';
import { MOST_MEMBERS } from '../domain/topology/submission-limits.ts';
import type { Named } from '../domain/topology/untaken.ts';
import { isStackName, type StackName, stackSelector } from './stack.ts';

/** Fields of a submission that name no members. */
const OTHER_FIELDS = new Set([
  'id',
  'name',
  'stopTimeout',
  'metadata',
  'engine',
  'owner',
  'ttl',
  'submittedAt',
]);

/** The most characters in a line about an unreadable text. */
const MOST_SHOWN = 200;

const shown = (field: string, value: unknown): string =>
  `${field} ${(JSON.stringify(value) ?? '').slice(0, MOST_SHOWN)}`;

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('id' in value && typeof value.id === 'string') return value.id;
  return 'name' in value && typeof value.name === 'string' ? value.name : undefined;
};

const labelOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return parseSelector(value);
  const isObject = typeof value === 'object' && value !== null && 'label' in value && !('kinds' in value);
  return isObject && typeof value.label === 'string' ? parseLabel(value.label) : undefined;
};

const stackOf = (value: unknown): StackName | undefined => {
  const name = textOf(value);
  if (name === undefined || !isStackName(name)) return undefined;
  const withVolumes =
    typeof value === 'object' && value !== null && 'volumes' in value && value.volumes === true;
  const { site: engine } = engineOf(value);
  return { name, volumes: withVolumes, ...(engine !== undefined && { engine }) };
};

/** The entries of a list; a single value counts as a list of one. */
const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const engineOf = (value: unknown): { readonly site?: string } =>
  typeof value === 'object' && value !== null && 'engine' in value && typeof value.engine === 'string'
    ? { site: value.engine }
    : {};

const isShared = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'shared' in value && value.shared === true;

/**
 * The names in a body that is not valid, as far as they can be read; `unread` has the entries that name something but can't
 * be read.
 */
export function readNamed(json: unknown): Named {
  const members: MemberRef[] = [];
  const selectors: Selector[] = [];
  const unread: string[] = [];
  const body = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  const given = Object.entries(body).filter(([, value]) => value !== undefined && value !== null);
  for (const [field, value] of given) {
    const kind = kindOfField(field);
    const isNaming = kind !== undefined || field === 'selectors' || field === 'stacks';
    const entries = entriesOf(value);
    if (!isNaming && !OTHER_FIELDS.has(field)) unread.push(shown(field, value));
    if (!isNaming) continue;
    if (entries.length > MOST_MEMBERS) unread.push(`${field}: ${entries.length} entries`);
    for (const [at, entry] of entries.slice(0, MOST_MEMBERS).entries()) {
      const place = `${field}[${at}]`;
      if (field === 'stacks') {
        const stack = stackOf(entry);
        if (stack === undefined) unread.push(shown(place, entry));
        else selectors.push(stackSelector(stack, place));
        continue;
      }
      const [ref, label] = kind === undefined ? [undefined, labelOf(entry)] : [textOf(entry), undefined];
      if (kind !== undefined && ref !== undefined)
        members.push({
          kind,
          // A text that is empty without its slash stays as it is.
          ref: namingOf(kind).read?.(ref) || ref,
          field: place,
          shared: isShared(entry),
          ...engineOf(entry),
        });
      else if (label !== undefined) selectors.push({ label, field: place, ...engineOf(entry) });
      else unread.push(shown(place, entry));
    }
  }
  const textField = (field: 'id' | 'name') => {
    const value: unknown = (body as Record<string, unknown>)[field];
    return typeof value === 'string' ? { [field]: value } : {};
  };
  return { ...textField('id'), ...textField('name'), members, selectors, unread };
}
