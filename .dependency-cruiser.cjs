/** The layers of src/: domain <- protocol, words <- runtime <- session <- cli, entry; adapters see domain, protocol. Each rule is broken once in test/layers. */

const ENTRIES = '^src/(entry/(main|post|agent|cli|client)[.]ts|page/(draw-report|fleet/draw-fleet)[.]tsx)$';

/** Time passes for all. */
const CLOCK = '^src/adapters/host/system-clock[.]ts$';

const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** A layer and what it may import of `src/`. */
const layer = (name, comment, from, mayImport, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [`^src/(${mayImport})/`, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'domain-sees-itself-only',
      comment: 'The domain decides: no node:*, no npm, no other layer.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'protocol-sees-domain',
      comment: 'Client and server share it, and the client comes without packages.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { pathNot: ['^src/(domain|protocol)/', packages('zod')] },
    },
    {
      name: 'words-see-domain',
      comment: 'The page says the same words in a browser.',
      severity: 'error',
      from: { path: '^src/words/' },
      to: { pathNot: ['^src/(domain|protocol|words)/', packages('pretty-bytes', 'pretty-ms')] },
    },
    {
      name: 'runtime-sees-domain',
      comment: 'The runtime carries out through ports, so that it runs on fakes and on real parts alike.',
      severity: 'error',
      from: { path: '^src/runtime/' },
      to: { pathNot: ['^src/(domain|protocol|runtime)/', packages('p-queue', 'p-retry')] },
    },
    {
      name: 'adapters-stand-apart',
      comment:
        'An adapter touches one neighbour, in the words of the domain; no adapter imports another, but for what opens files and the clock.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)' },
      to: { path: '^src/', pathNot: ['^src/(domain/|protocol/|adapters/(files|$1)(/|$))', CLOCK] },
    },
    layer(
      'session-is-below-cli',
      'The life of an agent, seen from outside, is the same for a step and a command.',
      'session',
      'domain|protocol|words|runtime|adapters|session',
    ),
    layer(
      'client-sees-protocol',
      'Other programs import it: it knows the agent by its socket and its spool.',
      'client',
      'domain|protocol|client',
      '^src/adapters/(ipc/|files/)',
    ),
    layer(
      'cli-sees-session-and-client',
      'A command is words and options around a session or a client.',
      'cli',
      'domain|protocol|words|session|client|cli',
      '^src/adapters/',
    ),
    {
      name: 'entry-is-on-top',
      comment: 'Entries only wire: what two of them share belongs to a layer below.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/entry/' },
      to: { path: '^src/entry/' },
    },
    layer(
      'page-stands-alone',
      'The page is a program of its own, in a browser: it knows what a report says, and the words for it.',
      'page',
      'domain|words|page',
    ),
    {
      name: 'page-runs-in-a-browser',
      comment: 'Nothing that only Node has, not even behind what it imports.',
      severity: 'error',
      from: { path: '^src/page/(draw-report|fleet/draw-fleet)[.]tsx$' },
      to: { path: '^(?!src/|.*node_modules/)', reachable: true },
    },
    {
      name: 'page-is-built-apart',
      comment: 'No bundle for Node holds it: it is written as a file.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/page/' },
      to: { path: '^src/page/' },
    },
    {
      name: 'dockerode-in-docker',
      comment: 'The rest speaks of engines in the words of the domain.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/adapters/docker/' },
      to: { path: packages('dockerode', 'docker-modem') },
    },
    {
      name: 'actions-in-steps-and-sessions',
      comment:
        'The rest runs outside of GitHub Actions too; a session begins by asking the docker command for its context.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters/github|session|entry)/' },
      to: { path: packages('@actions/[^/]+') },
    },
    {
      name: 'src-stands-alone',
      comment: 'Nothing in the action needs a client, a test or a script.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['local'], pathNot: '^src/' },
    },
    {
      name: 'client-needs-no-package',
      comment: 'Others install it: it comes with nothing else.',
      severity: 'error',
      from: { path: '^src/entry/client[.]ts$' },
      to: { path: '(^|/)node_modules/', reachable: true },
    },
    {
      name: 'no-cycles',
      comment: 'A reader has to be able to begin somewhere.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'reached-from-an-entry',
      comment: 'What no entry needs is dead; no input takes the nodes of a Swarm yet.',
      severity: 'error',
      from: { path: ENTRIES },
      to: {
        path: '^src/',
        pathNot: ENTRIES,
        reachable: false,
      },
    },
    {
      name: 'everything-resolves',
      comment: 'What is not found is judged by no other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/(layers|examples/fixtures|unit/repository/new-kind)/' },
    // Imports of types count.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
  },
};
