/** What is compared: inputs of the action, and two things that no input turns off. */
export interface Policy {
  readonly name: string;
  /** The defaults, but for these. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly looksAhead?: boolean;
  /** Whether removals leave the CPU to the tests. */
  readonly isPaced?: boolean;
}

const OFF = {
  'disk-threshold': 'off',
  'memory-threshold': 'off',
  'network-threshold': 'off',
  'container-threshold': 'off',
  'idle-collect': 'off',
};

const IDLE_OFF = { 'idle-collect': 'off' };

const each = (input: string, ...values: string[]): Policy[] =>
  values.map((value) => ({ name: `${input}: ${value}`, inputs: { [input]: value } }));

/** Idle collection removes nearly everything of these days, so what thresholds do is only seen without it. */
const withoutIdle = ({ name, inputs, ...rest }: Policy): Policy => ({
  ...{ name: `idle-collect: off, ${name}`, inputs: { ...inputs, ...IDLE_OFF } },
  ...rest,
});

/** The defaults come first, then what differs from them in one thing, then the same for a runner that is never idle. */
export const POLICIES: readonly Policy[] = [
  { name: 'the defaults', inputs: {} },
  { name: 'everything at the post step', inputs: OFF, looksAhead: false },
  { name: 'each topology at once', inputs: { 'container-threshold': '1' } },
  ...each('idle-collect', '30%', '60%'),
  ...each('deaf-containers', 'wait'),
  ...each('poll-interval', '500ms', '5s', '10s'),
  { name: 'idle-collect: off', inputs: IDLE_OFF },
  ...[
    { name: 'not looking ahead', inputs: {}, looksAhead: false },
    {
      name: 'disk-threshold: 1GiB free, not looking ahead',
      inputs: { 'disk-threshold': '1GiB free' },
      looksAhead: false,
    },
    { name: 'removals not paced', inputs: {}, isPaced: false },
    { name: 'reclaim: enough', inputs: { reclaim: 'enough' } },
    ...each('disk-threshold', '1GiB free', '2GiB free', '8GiB free', '95%', '90%'),
    ...each('memory-threshold', '70%', '95%'),
    ...each('network-threshold', '16', '20', '28'),
    ...each('container-threshold', '25', '50', '200'),
  ].map(withoutIdle),
];
