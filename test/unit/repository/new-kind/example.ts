import { describeKind, type Facts } from './kind.ts';
import { whyNoName } from './references.ts';

export interface ExampleFacts extends Facts<'example'> {
  readonly color?: string;
}

/** A kind that there is nowhere: see `new-kind.test.ts`. */
export const example = describeKind<ExampleFacts>()({
  kind: 'example',
  naming: {
    field: 'examples',
    option: { name: 'example', value: 'E', help: 'an example, by its name' },
    isSharable: false,
    whyNoRef: (ref) => whyNoName(ref, 'examples | xargs -I{} topo-gc submit --example {}'),
  },
  count: 'examples',
  isAlwaysCounted: false,
  word: ['example', 'examples'],
  on: 'engine',
  isLabelled: true,
  hasShortIds: false,
  hasToStop: false,
  goesAfter: ['network'],
  beginsOnce: 'gone',
  whyUntouchable: ({ name }) => (name === 'untouchable' ? 'is untouchable' : undefined),
});
