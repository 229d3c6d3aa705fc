/** The variables that tell a process where an agent is: the action, `topo-gc run` and `topo-gc agent` set them. */
export const VARIABLES = {
  socket: 'TOPO_GC_SOCKET',
  folder: 'TOPO_GC_DIR',
  spool: 'TOPO_GC_SPOOL',
  session: 'TOPO_GC_SESSION',
} as const;

/** Says where the agents of a user keep their state. */
export const STATE_VARIABLE = 'TOPO_GC_STATE';

/** Paths of the socket, of its folder and of the spool, and the id of the session. */
type Place = Readonly<Record<keyof typeof VARIABLES, string>>;

const KEYS = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** What a process needs in its environment to reach that agent. */
export const toEnvironment = (place: Place): Record<string, string> =>
  Object.fromEntries(KEYS.map((key) => [VARIABLES[key], place[key]]));

/** What an environment tells of an agent; nothing of it is sure to be there. */
export const fromEnvironment = (env: Readonly<Record<string, string | undefined>>): Partial<Place> =>
  Object.fromEntries(KEYS.flatMap((key) => (env[VARIABLES[key]] ? [[key, env[VARIABLES[key]]]] : [])));
