/** A line such as `::error file=a.ts,line=3::message`, or one with `##[error]message` somewhere in it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What the runner takes for commands. */
const COMMANDS = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
];

const COMMAND = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/;

/** The older form, as the runner still looks for it: the first `##[` in a line, wherever that is. */
const OLDER = /^.*?##\[([^ \]]+)(?: ([^\]]*))?\](.*)$/;

/**
 * Parses a line of a step's output as the runner does (ActionCommand.cs); undefined where it is plain text.
 * @param resumeToken a command too, while commands are stopped
 */
export function parseWorkflowCommand(line: string, resumeToken?: string): WorkflowCommand | undefined {
  const registered = new Set([...COMMANDS, ...(resumeToken === undefined ? [] : [resumeToken])]);
  return (
    parse(COMMAND.exec(line), ',', registered, { '%3A': ':', '%2C': ',' }) ??
    parse(OLDER.exec(line), ';', registered, { '%3B': ';', '%5D': ']' })
  );
}

type Escapes = Readonly<Record<string, string>>;

const IN_DATA: Escapes = { '%0D': '\r', '%0A': '\n' };

function parse(
  found: RegExpExecArray | null,
  separator: string,
  registered: ReadonlySet<string>,
  escapes: Escapes,
): WorkflowCommand | undefined {
  const [, name, properties = '', data = ''] = found ?? [];
  if (name === undefined || !registered.has(name)) return undefined;
  const pairs = properties
    .split(separator)
    .map((property) => property.trim().split(/=(.*)/s))
    .filter(([key, value]) => key && value)
    .map(([key = '', value = '']) => [key, withoutEscapes(value, { ...IN_DATA, ...escapes })]);
  return { name, properties: Object.fromEntries(pairs), data: withoutEscapes(data, IN_DATA) };
}

function withoutEscapes(text: string, escapes: Escapes): string {
  const unescaped = Object.entries(escapes).reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return unescaped.replaceAll('%25', '%');
}
