import { expect, test } from 'vitest';
import { releaseChangelog, releaseNotes } from '../../../../scripts/release/changelog.ts';

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- This.

## [0.1.0] - 2026-11-01

- That.
`;

test('what is unreleased goes under the version, and nothing else changes', () => {
  const released = releaseChangelog(CHANGELOG, '0.2.0', '2026-11-25');
  expect(released).toBe(CHANGELOG.replace('## [Unreleased]', '## [Unreleased]\n\n## [0.2.0] - 2026-11-25'));
  expect(releaseNotes(released, '0.2.0')).toBe('### Added\n\n- This.');
  expect(releaseNotes(released, '0.1.0')).toBe('- That.');
});

test('nothing is released twice, nor without a word', () => {
  expect(() => releaseChangelog(CHANGELOG, '0.1.0', '2026-11-25')).toThrow('has 0.1.0 already');
  const released = releaseChangelog(CHANGELOG, '0.2.0', '2026-11-25');
  expect(() => releaseChangelog(released, '0.3.0', '2026-11-26')).toThrow('nothing under [Unreleased]');
  expect(() => releaseNotes(CHANGELOG, '9.9.9')).toThrow('says nothing of 9.9.9');
});
