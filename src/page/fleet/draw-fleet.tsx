import type { Fleet } from '../../domain/fleet/fleet.ts';
import { jobs } from '../../words/fleet-words.ts';
import { drawPage } from '../parts/draw-page.ts';
import { FleetPage } from './fleet-page.tsx';

drawPage<Fleet>((fleet) => ({
  title: `topo-gc report of ${jobs(fleet.totals.jobs)}`,
  content: <FleetPage fleet={fleet} />,
}));
