import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkRound } from './check.ts';
import { commandArguments, readCommandEnd } from './hand-overs.ts';
import { Round } from './round.ts';
import type { RoundFault } from './round-faults.ts';
import { submissionOf } from './topologies.ts';

/** Latest moment at which a command is killed, in ms: it has been answered by then. */
const LATEST_MS = 400;

/** One more topology is not handed over: its client sends a part of the request, and is gone. */
const halfRequest: RoundFault = {
  name: 'client gone in its request',
  weight: 2,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { random, job } = round;
    await round.handOverAll();
    const extra = await round.build();
    const body = JSON.stringify(submissionOf(extra));
    const request = `POST /v1/topologies HTTP/1.1\r\nhost: topo-gc\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    const part = request.slice(0, random.between(1, request.length - 1));
    round.notes.push(`${part.length} of ${request.length} bytes of another`);
    const socket = connect(job.files.socket);
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(part, resolve));
    socket.destroy();
    extra.handOver = round.isLabelled ? 'answered' : 'withheld';
    await round.drain();
    await checkRound(round);
  },
};

/** The command is killed at any moment: what it has not handed over is whole. */
const killedCommand: RoundFault = {
  name: 'client killed',
  weight: 2,
  async run(start, begun) {
    const round = await Round.begin(start);
    begun(round);
    const { topologies, random, job } = round;
    await Promise.all(
      topologies.map(async (topology) => {
        const command = job.command(...commandArguments(topology));
        await sleep(random.below(LATEST_MS));
        command.kill('SIGKILL');
        topology.handOver = readCommandEnd(await command.ended);
      }),
    );
    round.notes.push(topologies.map(({ handOver }) => handOver).join(', '));
    await round.drain();
    await checkRound(round);
  },
};

export const CLIENT_FAULTS: readonly RoundFault[] = [halfRequest, killedCommand];
