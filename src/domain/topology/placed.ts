import type { SiteName } from '../engine.ts';
import { type Fault, TopoGcError } from '../errors.ts';
import { isHostKind } from '../kinds/kinds.ts';
import type { Site, Sites } from '../site.ts';
import type { Submission } from './submission.ts';

/** An engine that is named and is none of the session's. */
interface Unknown {
  readonly field: string;
  readonly value: string;
}

/**
 * A submission whose members and selectors carry the name of their site: their own engine's, else the submission's, else
 * the default's.
 * @throws TopoGcError `other-engine` with a fault for each engine that is none of the session's
 */
export function placed(submission: Submission, sites: Sites): Submission {
  const unknown: Unknown[] = [];
  const nameOf = (engine: string | undefined, field: string): { readonly site?: SiteName } => {
    const site = engine === undefined ? sites[0] : siteMeant(sites, engine);
    if (site === undefined) unknown.push({ field, value: engine ?? '' });
    return site?.name === undefined ? {} : { site: site.name };
  };
  const { engine, ...rest } = submission;
  const whole = nameOf(engine, 'engine');
  const members = submission.members.map(({ site, ...ref }) => {
    if (isHostKind(ref.kind)) return ref;
    return { ...ref, ...(site === undefined ? whole : nameOf(site, `${ref.field}.engine`)) };
  });
  const selectors = submission.selectors.map(({ site, ...selector }) => ({
    ...selector,
    ...(site === undefined ? whole : nameOf(site, `${selector.field}.engine`)),
  }));
  if (unknown.length > 0) throw otherEngine(unknown, sites);
  return { ...rest, members, selectors };
}

/** By its name, or by its id: several engines of one host may share an id, which then means the first of them. */
const siteMeant = (sites: Sites, engine: string): Site | undefined =>
  sites.find(({ name }) => name === engine) ?? sites.find(({ identity }) => identity.id === engine);

function otherEngine(unknown: readonly Unknown[], sites: Sites): TopoGcError {
  const detail = sites.length === 1 ? `the agent works on the engine ${sites[0].identity.id}` : listed(sites);
  const faults = unknown.map((each): Fault => ({ ...each, detail }));
  const values = [...new Set(unknown.map(({ value }) => value))].join(', ');
  return new TopoGcError('other-engine', `The submission is meant for the engine ${values}; ${detail}`, {
    faults,
  });
}

/** `the agent works on the engines east and west, and on ABCD by default`. */
function listed(sites: Sites): string {
  const names = sites.flatMap(({ name }) => name ?? []);
  const [{ name, identity }] = sites;
  const others = name === undefined ? `, and on ${identity.id} by default` : `, by default on ${name}`;
  return `the agent works on the engines ${names.join(', ')}${others}`;
}
