/** The variables with the address of an agent: the action, `topo-gc run` and `topo-gc agent` set them. */
export const VARIABLES = {
  socket: 'TOPO_GC_SOCKET',
  folder: 'TOPO_GC_DIR',
  spool: 'TOPO_GC_SPOOL',
  session: 'TOPO_GC_SESSION',
} as const;

/** The folder in which the agents of a user keep their state. */
export const STATE_VARIABLE = 'TOPO_GC_STATE';

/**
 * The session that a runner's started hook has begun, until the first use of the action in that job takes the final
 * drain over.
 */
export const HOOK_VARIABLE = 'TOPO_GC_HOOK';

const OWN_PREFIX = 'TOPO_GC_';

/** The variable of an input for the hooks of a runner: `disk-threshold` is `TOPO_GC_DISK_THRESHOLD`. */
export const inputVariable = (input: string): string =>
  `${OWN_PREFIX}${input.replaceAll('-', '_').toUpperCase()}`;

/** The variables of an environment that have our prefix but are neither in use here nor among `known`. */
export const unknownVariables = (
  env: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): string[] => {
  const own: readonly string[] = [...Object.values(VARIABLES), STATE_VARIABLE, HOOK_VARIABLE, ...known];
  return Object.keys(env).filter((name) => name.startsWith(OWN_PREFIX) && !own.includes(name));
};

/** Paths of the socket, of its folder and of the spool, and the id of the session. */
type Place = Readonly<Record<keyof typeof VARIABLES, string>>;

const KEYS = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** The environment with which a process can reach that agent. */
export const toEnvironment = (place: Place): Record<string, string> =>
  Object.fromEntries(KEYS.map((key) => [VARIABLES[key], place[key]]));

/** The address of an agent from an environment; each part may be missing. */
export const fromEnvironment = (env: Readonly<Record<string, string | undefined>>): Partial<Place> =>
  Object.fromEntries(KEYS.flatMap((key) => (env[VARIABLES[key]] ? [[key, env[VARIABLES[key]]]] : [])));
