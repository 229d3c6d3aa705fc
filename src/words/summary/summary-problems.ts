import { topologyOf } from '../../domain/leaks/leak.ts';
import { remedyFor } from '../../domain/leaks/remedies.ts';
import { adviceOn } from '../../domain/report/advice.ts';
import type { Report } from '../../domain/report/report.ts';
import { nameAt } from '../../domain/text/name-at.ts';
import { describeRejected } from '../../domain/topology/spooled.ts';
import { sentence } from '../headline.ts';
import { code, escapeMarkdown, section, table } from './markdown.ts';
import { straySection } from './stray-section.ts';

/** What is left and why, what to do about it, and what was not taken; empty if there is nothing of these. */
export const problemSections = (report: Report): string[] => [
  leaks(report),
  nodes(report),
  straySection(report.strays),
  advice(report),
  rejections(report),
  left(report),
];

const leaks = (report: Report): string =>
  section(
    'Leaks',
    report.leaks.length === 0
      ? ''
      : table(['member', 'topology', 'why', 'what to do'], report.leaks, (leak) => [
          `${leak.kind} ${code(nameAt(leak))}`,
          code(topologyOf(leak)),
          escapeMarkdown(leak.reason),
          escapeMarkdown(remedyFor(leak)),
        ]),
  );

const nodes = ({ nodes: all = [] }: Report): string =>
  section(
    'Not confirmed',
    all.length === 0
      ? ''
      : table(['node', 'services', 'tasks', 'why'], all, ({ node, services, tasks, why }) => [
          code(node),
          services.map(code).join(', '),
          String(tasks),
          escapeMarkdown(why),
        ]),
  );

const advice = (report: Report): string =>
  section(
    'Advice',
    adviceOn(report)
      .map(
        ({ finding, input, value, effect }) =>
          `- ${escapeMarkdown(sentence(finding))} ${code(`${input}: ${value}`)} ${escapeMarkdown(effect)}.\n`,
      )
      .join(''),
  );

const rejections = ({ rejected }: Report): string =>
  section(
    'Not taken',
    rejected.length === 0
      ? ''
      : table(['hand-over', 'why'], rejected, (rejection) => [
          code(describeRejected(rejection)),
          escapeMarkdown(rejection.error),
        ]),
  );

const left = ({ left: all = [] }: Report): string =>
  section(
    'Left, as it belongs to somebody else',
    all.length === 0
      ? ''
      : table(['member', 'topology', 'why'], all, ({ kind, name, topology, why }) => [
          `${kind} ${code(name)}`,
          code(topology),
          escapeMarkdown(why),
        ]),
  );
