const UNRELEASED = '## [Unreleased]';

/**
 * CHANGELOG.md with what is unreleased under a heading of that version, and an empty heading for what comes next.
 *
 * @param date as 2026-11-25
 * @throws Error where nothing is unreleased, or that version has a heading already.
 */
export function releaseChangelog(changelog: string, version: string, date: string): string {
  const heading = `## [${version}]`;
  if (changelog.includes(`\n${heading}`)) throw new Error(`CHANGELOG.md has ${version} already`);
  if (sectionOf(changelog, UNRELEASED) === '') throw new Error('CHANGELOG.md has nothing under [Unreleased]');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n${heading} - ${date}`);
}

/**
 * What CHANGELOG.md says of a version, without its heading.
 *
 * @throws Error where it says nothing.
 */
export function releaseNotes(changelog: string, version: string): string {
  const notes = sectionOf(changelog, `## [${version}]`);
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return notes;
}

/** Empty where there is no such heading. */
function sectionOf(changelog: string, heading: string): string {
  const lines = changelog.split('\n');
  const begin = lines.findIndex((line) => line === heading || line.startsWith(`${heading} `));
  if (begin < 0) return '';
  const rest = lines.slice(begin + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .join('\n')
    .trim();
}
