import { expect } from 'vitest';
import { lackForCompose } from '../support/played-project.ts';
import { lackForEngines } from '../support/private-engine.ts';
import { defineCase } from './case.ts';

const service = { command: 'sleep 600', init: true, volumes: ['/data', 'named:/named'] };

defineCase(
  {
    url: 'https://github.com/docker/cli/issues/3088',
    situation:
      'Services with volumes that have no name are made anew, once with their volumes and once with new ones, and a container beside the project has one of the volumes mounted. Whoever knows `docker compose down --volumes` expects what that leaves.',
    before: 'as now',
    right:
      '`submit --compose --volumes` leaves what `down --volumes` of Compose 2 leaves, and takes the unnamed volume of a recreated service on Docker 20.10 too, where `down` leaves it',
  },
  async (site) => {
    await site.ownEngine();
    await site.composeFile({
      services: { web: service, db: service, cache: service },
      volumes: { named: {} },
    });
    const run = await site.run(`
      project() { $COMPOSE --project-name "$@"; }
      left() {
        { docker ps --all --format '{{.Names}}'; docker volume ls --quiet; docker network ls --format '{{.Name}}'; } |
          sed -E "s/^[0-9a-f]{64}$/no name/; s/$1/PROJECT/" | sort
      }
      for p in $N-twin $N-shop; do
        before=$(docker volume ls --quiet; docker ps --all --quiet)
        project $p --file compose.json up --detach
        project $p --file compose.json up --detach --force-recreate web cache
        project $p --file compose.json up --detach --force-recreate --renew-anon-volumes db
        used=$(docker inspect --format '{{range .Mounts}}{{.Name}} {{end}}' $(project $p --file compose.json ps --quiet web) | tr ' ' '\\n' | grep -v named | head -n 1)
        box other --volume $used:/used
        note all-of-$p "$(left $p)"
        case $p in
          *twin) project $p --file compose.json down --volumes;;
          *shop) topo-gc submit --compose $p --volumes --wait removed;;
        esac
        note left-of-$p "$(left $p)"
        docker rm --force $N-other
        docker volume rm $(docker volume ls --quiet)
      done
    `);
    expect(run.status, run.output).toBe(0);
    const twin = site.noted(`left-of-${site.named('twin')}`);
    const shop = site.noted(`left-of-${site.named('shop')}`);
    expect(twin, run.output).toEqual(expect.arrayContaining(shop));
    // That of `cache`: the engine does not remember that it made the volume by itself.
    expect([0, 1], run.output).toContain(twin.length - shop.length);
    expect(twin.length).toBeLessThan(site.noted(`all-of-${site.named('twin')}`).length);
    expect(run.report.leaks).toEqual([]);
  },
  lackForCompose() ?? lackForEngines(),
);
