import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Environment, type ObserveStep, type Step, stepNamed } from '../test/runner/model/job-model.ts';
import { ACTION_STEP, jobWithAgent } from './demo/jobs.ts';
import { Stage } from './demo/stage.ts';
import { acquireEngine } from './engine.ts';
import { NEEDED } from './machine/packages.ts';
import { Camera } from './pictures/camera.ts';
import { markdownPage } from './pictures/markdown-page.ts';
import { terminalPage } from './pictures/terminal-page.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PICTURES = 'docs/pictures';
const STATUS = 'status';
const REPORT = 'report.html';

/** In CSS pixels: the page down to its picture's last reading. */
const PAGE_HEIGHT = 1370;

/** In a terminal of 100 columns; once it shows something, what is seen is printed with its colours. */
const WATCH = `
tmux() { command tmux -L topo-gc-pictures -f /dev/null -u "$@"; }
trap 'tmux kill-server' EXIT
export LC_ALL=C.UTF-8
tmux new-session -d -x 100 -y 24 'topo-gc status --watch'
for _ in $(seq 100); do
  tmux capture-pane -p | grep -q pending: && break
  sleep 0.1
done
tmux capture-pane -e -p
`;

/** `npm run pictures`: those of docs/pictures, of one job of the demo on a real engine. */
async function pictures(): Promise<string[]> {
  await using folder = await temporaryFolder('topo-gc-pictures');
  const { summary, status } = await playedJob(folder.path);
  await mkdir(PICTURES, { recursive: true });
  await using camera = await Camera.open(folder.path);
  const page = join(folder.path, REPORT);
  return [
    await camera.takeHtml(await markdownPage(summary), { to: join(PICTURES, 'summary.png'), width: 900 }),
    await camera.takeHtml(terminalPage(status), {
      to: join(PICTURES, 'status.png'),
      width: 880,
    }),
    await camera.take(page, { to: join(PICTURES, 'report.png'), width: 1200, height: PAGE_HEIGHT }),
  ];
}

/** The demo's job, with a look at the agent before its last step ends; its report page is copied to `folder`. */
async function playedJob(folder: string): Promise<{ summary: string; status: string }> {
  await using engine = await acquireEngine({ needed: NEEDED.pictures });
  // dockerode takes it from there.
  process.env.DOCKER_HOST = engine.host;
  await using stage = await Stage.open(engine);
  const look: Step = { name: STATUS, run: WATCH };
  const keepReport: ObserveStep['observe'] = ({ TOPO_GC_DIR = '' }: Environment) =>
    cp(join(TOPO_GC_DIR, REPORT), join(folder, REPORT));
  const job = await stage.run([...jobWithAgent(stage.topologies, () => {}), look], keepReport);
  if (job.status !== 'success') throw new Error(job.steps.map(({ log }) => log).join('\n'));
  return { summary: stepNamed(job, `Post ${ACTION_STEP}`).summary, status: stepNamed(job, STATUS).log };
}

for (const made of await pictures()) console.log(`${made}: ${(await readFile(made)).byteLength} bytes`);
