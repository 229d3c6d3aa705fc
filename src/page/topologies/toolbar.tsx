import { topologies } from '../../words/figures.ts';
import { SearchToolbar } from '../parts/search-toolbar.tsx';
import { type Range, zoom } from '../time/time-axis.ts';
import { ORDERS, type Order } from './choose-topologies.ts';

export type View = 'picture' | 'table';

interface ToolbarProps {
  readonly query: string;
  readonly order: Order;
  readonly view: View;
  readonly range: Range;
  readonly whole: Range;
  readonly found: number;
  readonly count: number;
  readonly onQuery: (query: string) => void;
  readonly onOrder: (order: Order) => void;
  readonly onView: (view: View) => void;
  readonly onRange: (range: Range) => void;
}

const VIEWS: readonly View[] = ['picture', 'table'];

function Zoom({ range, whole, onRange }: Pick<ToolbarProps, 'range' | 'whole' | 'onRange'>) {
  const isWhole = range.to - range.from >= whole.to - whole.from;
  const by = (factor: number) => onRange(zoom(range, factor, (range.from + range.to) / 2, whole));
  const move = (share: number) => {
    const by = (range.to - range.from) * share;
    onRange(zoom({ from: range.from + by, to: range.to + by }, 1, range.from + by, whole));
  };
  return (
    <fieldset class="zoom">
      <legend class="hidden">Stretch of time</legend>
      <button type="button" aria-label="Earlier" disabled={isWhole} onClick={() => move(-0.5)}>
        ‹
      </button>
      <button type="button" aria-label="Closer" onClick={() => by(0.5)}>
        +
      </button>
      <button type="button" aria-label="Farther" disabled={isWhole} onClick={() => by(2)}>
        −
      </button>
      <button type="button" aria-label="Later" disabled={isWhole} onClick={() => move(0.5)}>
        ›
      </button>
      <button type="button" disabled={isWhole} onClick={() => onRange(whole)}>
        Whole
      </button>
    </fieldset>
  );
}

export function Toolbar(props: ToolbarProps) {
  const { query, order, view, found, count, onQuery, onOrder, onView } = props;
  return (
    <SearchToolbar
      query={query}
      searched="name, member, image"
      order={order}
      orders={ORDERS}
      found={found}
      count={count}
      counted={topologies}
      onQuery={onQuery}
      onOrder={onOrder}
    >
      <fieldset class="views">
        <legend class="hidden">Shown as</legend>
        {VIEWS.map((each) => (
          <button key={each} type="button" aria-pressed={view === each} onClick={() => onView(each)}>
            {each === 'picture' ? 'Picture' : 'Table'}
          </button>
        ))}
      </fieldset>
      {view === 'picture' && <Zoom {...props} />}
    </SearchToolbar>
  );
}
