/** The folders of a runner. */
export interface JobFolders {
  readonly root: string;
  readonly work: string;
  readonly actions: string;
  readonly temp: string;
  /** Of the files with `run:` scripts. */
  readonly scripts: string;
  readonly home: string;
  readonly workflow: string;
  readonly fileCommands: string;
  readonly tools: string;
  readonly workspace: string;
}
