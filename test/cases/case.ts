import { test } from 'vitest';
import { type Lack, skippedFor } from '../support/skipped.ts';
import { Site } from './site.ts';

/** What `docs/reliability.md` tells of a case; plain texts, as `scripts/cases/case-table.ts` reads them without running anything. */
export interface CaseStory {
  /** The public thread or file that it is from. */
  readonly url: string;
  /** What somebody has, and does, in two sentences. */
  readonly situation: string;
  /** What came of it on the commit that `docs/reliability.md` names, where it was played. */
  readonly before: string;
  /** What has to come of it. */
  readonly right: string;
}

/** For what shows only in the midst of a case. */
interface Stage {
  /** Skips the case for what it turns out to lack. */
  lacks(found: Lack): never;
}

/** One situation that people really have: played on the real engine by the built command, and judged by what a user sees. */
export function defineCase(
  story: CaseStory,
  play: (site: Site, stage: Stage) => Promise<void>,
  lack?: Lack,
): void {
  test(story.right, skippedFor(lack), async ({ skip, task }) => {
    await using site = new Site();
    const lacks = (found: Lack): never => {
      task.meta.lacks = found;
      return skip();
    };
    await play(site, { lacks });
  });
}
