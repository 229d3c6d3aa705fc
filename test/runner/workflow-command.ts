/** A line such as `::error file=a.ts,line=3::message`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const COMMAND = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/;

/** Parses a line of a step's output; undefined where it is plain text. */
export function parseWorkflowCommand(line: string): WorkflowCommand | undefined {
  const [, name, properties = '', data = ''] = COMMAND.exec(line) ?? [];
  if (name === undefined) return undefined;
  const pairs = properties
    .split(',')
    .map((property) => property.trim().split(/=(.*)/s))
    .filter(([key, value]) => key && value)
    .map(([key = '', value = '']) => [key, unescapeProperty(value)]);
  return { name, properties: Object.fromEntries(pairs), data: unescapeData(data) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
