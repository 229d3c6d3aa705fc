/** The variables with the address of an agent: the action, `topo-gc run` and `topo-gc agent` set them. */
export const VARIABLES = {
  socket: 'TOPO_GC_SOCKET',
  folder: 'TOPO_GC_DIR',
  spool: 'TOPO_GC_SPOOL',
  session: 'TOPO_GC_SESSION',
} as const;

/** The folder in which the agents of a user keep their state. */
export const STATE_VARIABLE = 'TOPO_GC_STATE';

/** Paths of the socket, of its folder and of the spool, and the id of the session. */
type Place = Readonly<Record<keyof typeof VARIABLES, string>>;

const KEYS = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** The environment with which a process can reach that agent. */
export const toEnvironment = (place: Place): Record<string, string> =>
  Object.fromEntries(KEYS.map((key) => [VARIABLES[key], place[key]]));

/** The address of an agent from an environment; each part may be missing. */
export const fromEnvironment = (env: Readonly<Record<string, string | undefined>>): Partial<Place> =>
  Object.fromEntries(KEYS.flatMap((key) => (env[VARIABLES[key]] ? [[key, env[VARIABLES[key]]]] : [])));
