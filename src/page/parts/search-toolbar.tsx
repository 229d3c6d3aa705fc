import type { ComponentChildren } from 'preact';

interface SearchToolbarProps<Order extends string> {
  readonly query: string;
  /** The words in the empty field: what a search looks at. */
  readonly searched: string;
  readonly order: Order;
  /** The words of each order. */
  readonly orders: Readonly<Record<Order, string>>;
  readonly found: number;
  readonly count: number;
  /** `3 topologies`. */
  readonly counted: (count: number) => string;
  readonly onQuery: (query: string) => void;
  readonly onOrder: (order: Order) => void;
  /** Further controls, behind the order. */
  readonly children?: ComponentChildren;
}

/** A search and an order for a long list, and how much of it the search found. */
export function SearchToolbar<Order extends string>(props: SearchToolbarProps<Order>) {
  const { query, searched, order, orders, found, count, counted, onQuery, onOrder, children } = props;
  return (
    <div class="toolbar">
      <label>
        <span>Search</span>
        <input
          type="search"
          value={query}
          placeholder={searched}
          onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        />
      </label>
      <label>
        <span>Order</span>
        <select value={order} onChange={({ currentTarget }) => onOrder(currentTarget.value as Order)}>
          {Object.entries<string>(orders).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {children}
      <output>{found === count ? counted(count) : `${found} of ${counted(count)}`}</output>
    </div>
  );
}
