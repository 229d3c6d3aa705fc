import { parseWorkflowCommand, type WorkflowCommand } from './workflow-command.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title?: string;
}

/** What a step printed, line by line, with the annotations among it. */
export class StepLog {
  readonly annotations: Annotation[] = [];
  readonly #lines: string[] = [];
  readonly #masks: Set<string>;
  #resumeToken: string | undefined;

  /** `masks` are the job's: a value masked by one step is masked in all that follow. */
  constructor(masks: Set<string>) {
    this.#masks = masks;
  }

  /** The text as the runner shows it: secrets masked, commands as `##[group]…`. */
  get text(): string {
    return this.#lines.join('\n');
  }

  /** Takes a line of the step's standard output or standard error. */
  takeLine(line: string): void {
    const command = parseWorkflowCommand(line, this.#resumeToken);
    if (command === undefined || !this.#obey(command)) this.#show(line);
  }

  /** Adds an annotation, from the step or of the runner's own. */
  annotate(level: AnnotationLevel, message: string, title?: string): void {
    const masked = this.mask(message);
    this.annotations.push(
      title === undefined ? { level, message: masked } : { level, message: masked, title },
    );
    this.#show(`##[${level}]${message}`);
  }

  mask(text: string): string {
    let masked = text;
    for (const secret of this.#masks) masked = masked.replaceAll(secret, '***');
    return masked;
  }

  #obey({ name, properties, data }: WorkflowCommand): boolean {
    if (this.#resumeToken !== undefined) {
      if (name === this.#resumeToken) this.#resumeToken = undefined;
      return false;
    }
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate(name, data, properties.title);
        return true;
      case 'group':
      case 'endgroup':
      case 'debug':
        this.#show(`##[${name}]${data}`);
        return true;
      case 'add-mask':
        for (const secret of [data, ...data.split(/[\r\n]+/)])
          if (secret.trim() !== '') this.#masks.add(secret);
        return true;
      case 'stop-commands':
        this.#resumeToken = data;
        return false;
      default:
        return false;
    }
  }

  #show(text: string): void {
    this.#lines.push(this.mask(text));
  }
}
