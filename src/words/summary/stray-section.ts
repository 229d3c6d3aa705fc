import { aboutStray, type LeftStrays } from '../../domain/strays/stray.ts';
import { nameAt } from '../../domain/text/name-at.ts';
import { sentence } from '../headline.ts';
import { STRAYS_REMEDY, whoseStrays } from '../stray-words.ts';
import { code, escapeMarkdown, section, table } from './markdown.ts';

/** The strays in GitHub's Markdown, with whose they may be and what to do; empty if there are none. */
export function straySection(strays: LeftStrays | undefined): string {
  if (strays === undefined) return '';
  const { members, more = 0, isFailure } = strays;
  return section(
    'Strays',
    [
      `${escapeMarkdown(sentence(whoseStrays(strays)))}${isFailure ? ' They fail the job.' : ''}\n`,
      table(['stray', 'what is known'], members, (stray) => [
        `${stray.kind} ${code(nameAt(stray))}`,
        escapeMarkdown(aboutStray(stray)),
      ]),
      ...(more > 0 ? [`${more} more were not looked at.\n`] : []),
      `${escapeMarkdown(STRAYS_REMEDY)}\n`,
    ].join('\n'),
  );
}
