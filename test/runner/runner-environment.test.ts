import { describe, expect, test } from 'vitest';
import { scriptedStep } from './fixtures/scripted-step.ts';
import { runJob } from './model/job.ts';
import { stepNamed } from './model/job-model.ts';

const append = (file: string, text: string) => `fs.appendFileSync(env.${file}, ${JSON.stringify(text)});`;
const TELL = 'console.log(JSON.stringify(env));';

async function environmentOf(main: string, options: Partial<Parameters<typeof runJob>[0]> = {}, inputs = {}) {
  const job = await runJob({ ...options, steps: [scriptedStep('tell', main + TELL, TELL, inputs)] });
  const parse = (step: string): Record<string, string> =>
    JSON.parse(/^\{.*$/m.exec(stepNamed(job, step).log)?.[0] ?? '');
  return { main: parse('tell'), post: parse('Post tell'), job };
}

describe.concurrent('inputs', () => {
  test('are in upper case, with underscores for spaces and hyphens kept, an absent default being empty', async () => {
    const { main } = await environmentOf('');
    expect(main).toMatchObject({ 'INPUT_WITH-HYPHEN': 'plain', INPUT_TWO_WORDS: '' });
  });

  test('that the action does not know are warned of and given all the same', async () => {
    const { main, job } = await environmentOf('', {}, { 'With-Hyphen': 'mine', typo: 'x' });
    expect(main).toMatchObject({ 'INPUT_WITH-HYPHEN': 'mine', INPUT_TYPO: 'x' });
    const [warning] = stepNamed(job, 'tell').annotations;
    expect(warning?.level).toBe('warning');
    expect(warning?.message).toMatch(/^Unexpected input\(s\) 'typo', valid inputs are \['main', 'post', /);
  });

  test('take their defaults from the job context, anew in the post step', async () => {
    const absent = await environmentOf('process.exitCode = 1;');
    expect(absent.main).toMatchObject({
      INPUT_STATUS: 'success',
      INPUT_NETWORK: 'net=',
      INPUT_SERVICES: 'null',
    });
    expect(absent.post.INPUT_STATUS).toBe('failure');

    const services = { db: { id: 'abc', network: 'n1', ports: { '5432': '49153' } } };
    const present = await environmentOf('', {
      jobContext: { container: { id: 'c1', network: 'n1' }, services },
    });
    expect(present.main.INPUT_NETWORK).toBe('net=n1');
    expect(JSON.parse(present.main.INPUT_SERVICES ?? '')).toEqual(services);
  });
});

describe.concurrent('the environment', () => {
  test('names the job, and gives tokens to actions that scripts do not get', async () => {
    const { main, post } = await environmentOf('', { env: { MINE: '1' } });
    for (const given of [main, post]) {
      expect(given).toMatchObject({ CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_OS: 'Linux', MINE: '1' });
      expect(given.RUNNER_TRACKING_ID).toMatch(/^github_[0-9a-f-]{36}$/);
      expect(given.ACTIONS_RUNTIME_TOKEN).toBeTruthy();
      expect(given.HOME).toBe(process.env.HOME);
    }
    const job = await runJob({
      steps: [{ name: 'script', run: 'echo "[$ACTIONS_RUNTIME_TOKEN][$GITHUB_JOB]"' }],
    });
    expect(stepNamed(job, 'script').log).toBe('[][test]');
  });

  test('grows by GITHUB_ENV and GITHUB_PATH for later steps only, the last path first', async () => {
    const text = 'ONE=1=1\nMANY<<END\na\n\nb=<<\nEND\nNODE_OPTIONS=--bad\nEMPTY<<END\nEND\n';
    const main = append('GITHUB_ENV', text) + append('GITHUB_PATH', '/first\n/second\n/first\n');
    const script = `printf '%s|' "$ONE" "$MANY" "$EMPTY" "\${NODE_OPTIONS-unset}" "$PATH"`;
    const { main: own, post, job } = await environmentOf(main);
    expect(own.ONE).toBeUndefined();
    expect(post).toMatchObject({ ONE: '1=1', MANY: 'a\n\nb=<<', EMPTY: '' });
    expect(post.PATH).toBe(`/first:/second:${process.env.PATH}`);
    expect(job.env).toMatchObject({ ONE: '1=1', PATH: post.PATH });
    expect(stepNamed(job, 'tell').annotations).toEqual([
      { level: 'error', message: "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command." },
    ]);
    const later = await runJob({ steps: [scriptedStep('set', main), { name: 'script', run: script }] });
    expect(stepNamed(later, 'script').log).toContain('1=1|a');
    expect(stepNamed(later, 'script').log).toContain('|unset|/first:/second:');
  });
});

describe.concurrent('command files', () => {
  test('hold outputs and the summary of one step', async () => {
    const main = append('GITHUB_OUTPUT', 'socket=/a b\n') + append('GITHUB_STEP_SUMMARY', '# Done\n');
    const job = await runJob({ steps: [scriptedStep('a', main), scriptedStep('b')] });
    expect(stepNamed(job, 'a')).toMatchObject({ outputs: { socket: '/a b' }, summary: '# Done\n' });
    expect(stepNamed(job, 'b')).toMatchObject({ outputs: {}, summary: '' });
  });

  test.for(['nonsense', 'a<<', 'a<<END\nb\n'])('with %j in it fail the step', async (text) => {
    const job = await runJob({ steps: [scriptedStep('a', append('GITHUB_OUTPUT', text))] });
    const step = stepNamed(job, 'a');
    expect(step).toMatchObject({ outcome: 'failure', exitCode: 0 });
    expect(step.annotations[0]?.message).toBe("Unable to process file command 'output' successfully.");
  });

  test('with a summary over 1 MiB have it dropped whole, with an error, and the step succeeds', async () => {
    const fill = (bytes: number) => `fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(${bytes}));`;
    const job = await runJob({ steps: [scriptedStep('fits', fill(1 << 20), fill((1 << 20) + 1))] });
    expect(stepNamed(job, 'fits').summary).toHaveLength(1 << 20);
    const over = stepNamed(job, 'Post fits');
    expect(over).toMatchObject({ outcome: 'success', summary: '' });
    expect(over.annotations[0]?.message).toMatch(/upload aborted, supports content up to a size of 1024k/);
  });
});

describe.concurrent('workflow commands', () => {
  test('become annotations, groups and masks; everything else is kept as it is', async () => {
    const lines = [
      '::error title=Bad%2C really::one%0Atwo 100%25',
      '::group::Drain',
      'inside',
      '::endgroup::',
      '::warning::careful',
      '::notice file=a.ts,line=3::look',
      '::add-mask::hunter2',
      'the password is hunter2',
      '::unknown::stays',
      '::stop-commands::halt',
      '::error::quoted',
      '::halt::',
      '::debug::again',
    ];
    const script = lines.map((line) => `echo '${line}'`).join('\n');
    const job = await runJob({
      steps: [
        { name: 'talk', run: script },
        { name: 'later', run: 'echo hunter2 >&2; echo hunter2 >> "$GITHUB_STEP_SUMMARY"' },
      ],
    });
    const talk = stepNamed(job, 'talk');
    expect(talk.annotations).toEqual([
      { level: 'error', message: 'one\ntwo 100%', title: 'Bad, really' },
      { level: 'warning', message: 'careful' },
      { level: 'notice', message: 'look' },
    ]);
    expect(talk.log).toContain('##[group]Drain\ninside\n##[endgroup]\n##[warning]careful');
    expect(talk.log).toContain('the password is ***\n::unknown::stays\n');
    expect(talk.log).toContain('::error::quoted\n::halt::\n##[debug]again');
    expect(stepNamed(job, 'later')).toMatchObject({ outcome: 'success', log: '***', summary: '***\n' });
  });
});
