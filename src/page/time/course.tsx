import { useMemo, useState } from 'preact/hooks';
import type { Report } from '../../domain/report/report.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';
import { candidatesOf, chooseTopologies, type Order } from '../topologies/choose-topologies.ts';
import { Toolbar, type View } from '../topologies/toolbar.tsx';
import { TopologyDetails } from '../topologies/topology-details.tsx';
import { TopologyTable } from '../topologies/topology-table.tsx';
import { isIn, placed } from './bars.tsx';
import { CollectionLane } from './collection-lane.tsx';
import { Legend } from './legend.tsx';
import { ReadingLanes } from './reading-lanes.tsx';
import { placeOf, type Range, startOf, wholeRange } from './time-axis.ts';
import { TimeLane } from './time-lane.tsx';
import { TopologyLanes } from './topology-lanes.tsx';
import { usePlot } from './use-plot.ts';

/** The course of the session, from left to right: topologies, collections, readings; or the topologies as a table. */
export function Course({ report }: { readonly report: Report }) {
  const whole = useMemo(() => wholeRange(report), [report]);
  const start = useMemo(() => startOf(report), [report]);
  const all = useMemo(() => candidatesOf(report), [report]);
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<Order>('problems');
  const [view, setView] = useState<View>('picture');
  const [range, setRange] = useState<Range>(whole);
  const shown = useMemo(() => chooseTopologies(all, query, order), [all, query, order]);
  if (all.length === 0 && report.readings.at.length === 0) return null;
  return (
    <section class="course" aria-labelledby="course">
      <h2 id="course">What happened</h2>
      <Toolbar
        {...{ query, order, view, range, whole }}
        found={shown.length}
        count={all.length}
        onQuery={setQuery}
        onOrder={setOrder}
        onView={setView}
        onRange={setRange}
      />
      {view === 'table' ? (
        <TopologyTable shown={shown} start={start} />
      ) : (
        <Picture {...{ report, shown, range, start }} onRange={setRange} />
      )}
    </section>
  );
}

interface PictureProps {
  readonly report: Report;
  readonly shown: ReturnType<typeof candidatesOf>;
  readonly range: Range;
  readonly start: number;
  readonly onRange: (range: Range) => void;
}

function Picture({ report, shown, range, start, onRange }: PictureProps) {
  const [cursor, setCursor] = useState<number>();
  const [opened, setOpened] = useState<TopologyId>();
  const { plot, width, drag, handlers } = usePlot({ range, onCursor: setCursor, onChoose: onRange });
  const { collections, readings, endedAt } = report;
  const bands = useMemo(
    () =>
      collections
        .map(({ id, startedAt, endedAt: to, trigger }) => ({ id, trigger, from: startedAt, to }))
        .filter((band) => isIn(range, band)),
    [collections, range],
  );
  const open = shown.find(({ topology }) => topology.id === opened);
  return (
    <>
      <Legend />
      <div class="picture" {...handlers}>
        <div class="overlay" aria-hidden="true">
          {bands.map((band) => (
            <i key={band.id} class="band" style={placed(range, band)} />
          ))}
          {drag !== undefined && <i class="drag" style={placed(range, drag)} />}
          {cursor !== undefined && (
            <i class="crosshair" style={{ left: `${100 * placeOf(range, cursor)}%` }} />
          )}
        </div>
        <TimeLane {...{ plot, width, range, cursor, readings, start }} onCursor={setCursor} />
        <CollectionLane {...{ collections, range, width, start }} />
        <TopologyLanes
          {...{ shown, range, endedAt, opened }}
          onOpen={(id) => setOpened((before) => (id === before ? undefined : id))}
        />
        {open !== undefined && (
          <TopologyDetails
            {...{ topology: open.topology, range, endedAt, start }}
            onZoom={onRange}
            onClose={() => setOpened(undefined)}
          />
        )}
        <ReadingLanes {...{ readings, inputs: report.inputs, range, cursor }} />
      </div>
    </>
  );
}
