import type { ContainerAction, FakeContainer } from './fake-containers.ts';

/** Of `GET /containers/{id}/json`. */
export function inspection({ id, name, createdAt, isRunning }: FakeContainer) {
  return {
    Id: id,
    Name: `/${name}`,
    Created: createdAt.toISOString(),
    State: { Status: isRunning ? 'running' : 'exited', Running: isRunning, Pid: 0 },
    Config: { Labels: {}, StopTimeout: null },
    HostConfig: { AutoRemove: false, NetworkMode: 'none', RestartPolicy: { Name: 'no' } },
    NetworkSettings: { Networks: {} },
  };
}

/** One of `GET /containers/json`. */
export function summary({ id, name, createdAt, isRunning }: FakeContainer) {
  return {
    Id: id,
    Names: [`/${name}`],
    Created: Math.floor(createdAt.getTime() / 1000),
    State: isRunning ? 'running' : 'exited',
    Labels: {},
    HostConfig: { NetworkMode: 'none' },
    NetworkSettings: { Networks: {} },
  };
}

/** One line of `GET /events`. */
export function event(action: ContainerAction, { id, name }: FakeContainer) {
  const now = Date.now();
  return {
    status: action,
    id,
    from: 'fake',
    Type: 'container',
    Action: action,
    Actor: { ID: id, Attributes: { image: 'fake', name } },
    scope: 'local',
    time: Math.floor(now / 1000),
    timeNano: now * 1_000_000,
  };
}
