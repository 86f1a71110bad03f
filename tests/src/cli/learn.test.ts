import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../src/cli/commandLine.ts';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { findScenario } from '../../../src/cli/scenarioFiles.ts';
import { STEPS } from '../../../src/learn/lesson.ts';
import { LESSONS } from '../../../src/learn/lessons.ts';
import { runMain } from '../../support/runMain.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const ANSWERS: Readonly<Record<string, string>> = {
  policy: '18,marketer',
  bandit: 'story,0.1',
  gamma: 'atRisk,active',
  sweeps: '10,5',
  walk: 'mc,50',
  edge: 'sarsa,same',
  reward: 'more,80',
  seeds: '5,3',
  fair: '2,few',
};

/** A folder for results, and the command in it. */
function student() {
  const results = temporaryFolder();
  const learn = (...words: string[]) => runMain('learn', ...words, '--results', results);
  const kept = () => JSON.parse(readFileSync(join(results, 'learn.json'), 'utf8'));
  return { results, learn, kept };
}

describe('tenure learn --plain', () => {
  it.each(LESSONS.map(({ name, number }) => [name, number] as const))(
    'walks through %s',
    async (name, number) => {
      const { learn, kept } = student();
      const { code, stdout, stderr } = await learn(name, '--plain', '--answers', ANSWERS[name]);
      expect([code, stderr]).toEqual([0, '']);
      for (const step of STEPS)
        expect(stdout).toContain(`── ${number} ${LESSONS[number - 1].title}: ${step} ──`);
      expect(stdout).not.toContain('\u001b');
      expect(stdout).not.toMatch(/NaN|undefined|Infinity|∞/);
      expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100);
      expect(kept().lessons[name]).toMatchObject({ step: 'explain', done: true });
      const [, command] = /Such runs, with the ordinary command:\n([\s\S]*)$/.exec(stdout) ?? [];
      await expectAccepted((command ?? '').trim().split(/\s+/));
    },
  );

  it('shows the same again, without asking', async () => {
    const { learn } = student();
    const { stdout: first } = await learn('3', '--plain', '--answers', ANSWERS['gamma']);
    const { code, stdout } = await learn('gamma', '--plain', '--answers', ANSWERS['gamma']);
    expect(code).toBe(0);
    expect(first.endsWith(stdout)).toBe(true);
    expect(stdout).toContain('locked: gamma 0.7: where does a week of care gain most: those at risk');
    expect(stdout).not.toContain(': do ──');
  });

  it('tries settings of the sandbox, and reveals by them', async () => {
    const { learn, kept } = student();
    const tries = ['--try', 'week1=message,week3=message', '--try', 'often=twice-a-week'];
    const { stdout } = await learn('1', '--plain', ...tries, '--answers', '18,you');
    expect(stdout).toContain('week1=message');
    expect(kept().lessons.policy.settings).toMatchObject({
      week1: 'message',
      week3: 'message',
      often: 'twice-a-week',
    });
    expect(stdout).toMatch(/your plan.*contacts each/);
  });

  it('draws with ASCII only where asked', async () => {
    const { learn } = student();
    const { stdout } = await learn('3', '--plain', '--glyphs', 'ascii', '--answers', ANSWERS['gamma']);
    expect(stdout).toMatch(/^[\n -~]*$/);
  });
});

/** The command, its options and its scenario exist. */
async function expectAccepted([program, name, ...words]: readonly string[]): Promise<void> {
  expect(program).toBe('tenure');
  const { command } = await COMMANDS[name].load();
  const { positional } = await readCommandLine(name, command, words);
  expect(findScenario(positional[0]).text.length).toBeGreaterThan(0);
}

describe('tenure learn', () => {
  it('lists the lessons with how far one is', async () => {
    const { learn } = student();
    await learn('3', '--plain', '--answers', ANSWERS['gamma']);
    await learn('4', '--plain', '--answers', '9');
    const { code, stdout } = await learn('--list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 policy +You are the policy +not begun/m);
    expect(stdout).toMatch(/^3 gamma +How far to look ahead +done/m);
    expect(stdout).toMatch(/^4 sweeps +Value iteration +begun, at predict/m);
    const { schema, lessons } = JSON.parse((await learn('--list', '--json')).stdout);
    expect(schema).toBe('tenure.lessons/1');
    expect(
      lessons.filter(({ locked }: { locked: boolean }) => locked).map(({ name }: { name: string }) => name),
    ).toEqual(['gamma']);
  });

  it('--json gives what a lesson came to, and nothing else', async () => {
    const { learn } = student();
    const { code, stdout } = await learn('gamma', '--json', '--answers', ANSWERS['gamma']);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      schema: 'tenure.lesson/1',
      lesson: { number: 3, name: 'gamma' },
      seed: '1',
      predictions: { near: 'atRisk', far: 'active' },
      judgements: [{ right: true }, { right: false, was: 'the new' }],
      command: 'tenure solve warm-and-cold --discount 0.99',
    });
    expect(document.figures.aheads).toHaveLength(5);
  });

  it('goes on where one was: the open lesson, else the first that is not done', async () => {
    const { learn, kept } = student();
    await learn('3', '--plain', '--answers', 'new');
    expect(kept()).toMatchObject({ current: 'gamma', lessons: { gamma: { step: 'predict' } } });
    expect((await learn('--plain', '--answers', ANSWERS['gamma'])).stdout).toContain(
      '3 How far to look ahead: explain',
    );
    expect((await learn('--plain', '--answers', ANSWERS['policy'])).stdout).toContain(
      '1 You are the policy: explain',
    );
  });

  it('needs an answer to every question before it shows anything, and says which is missing', async () => {
    const { learn, kept } = student();
    const { code, stdout, stderr } = await learn('3', '--plain', '--answers', 'new');
    expect(code).toBe(2);
    expect(stdout).not.toContain(': see ──');
    expect(stderr).toBe(
      'tenure: lesson gamma needs a prediction before it shows anything:\n  far: gamma 0.99: where does it gain most? new or active or atRisk or dormant\ngive it as a line of input each, or with --answers NEAR,FAR\n',
    );
    expect(kept().lessons.gamma).not.toHaveProperty('predictions');
  });

  it('keeps a locked prediction whatever is said later', async () => {
    const { learn, kept } = student();
    await learn('3', '--plain', '--answers', 'new,new');
    const refused = await learn('3', '--plain', '--answers', 'atRisk,new');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('the prediction of lesson gamma is locked and stays as it is');
    const other = await learn('3', '--plain', '--seed', '7');
    expect(other.stderr).toBe(
      'tenure: --seed: lesson gamma is locked with seed 1, got 7; add --restart to begin anew\n',
    );
    expect(kept().lessons.gamma.predictions).toEqual({ near: 'new', far: 'new' });
    const again = await learn('3', '--plain', '--restart', '--seed', '7', '--answers', 'atRisk,new');
    expect(again.code).toBe(0);
    expect(kept().lessons.gamma).toMatchObject({
      seed: '7',
      predictions: { near: 'atRisk', far: 'new' },
      earlier: [{ seed: '1', predictions: { near: 'new', far: 'new' } }],
    });
  });

  it('tells of a broken progress file, keeps it, and goes on', async () => {
    const { learn, results } = student();
    const file = join(results, 'learn.json');
    writeFileSync(file, '{"schema":"tenure.learn/1","lessons":');
    const { code, stderr } = await learn('3', '--plain', '--answers', 'new,new');
    expect(code).toBe(0);
    expect(stderr).toContain(`tenure: ${file} cannot be read (`);
    expect(readFileSync(`${file}.broken-1`, 'utf8')).toBe('{"schema":"tenure.learn/1","lessons":');
    expect(existsSync(file)).toBe(true);
  });

  it.each([
    [
      ['bandits'],
      'there is no lesson "bandits"; did you mean "bandit"?; lessons: 1 to 9, or policy, bandit,',
    ],
    [['10'], 'there is no lesson "10"; lessons: 1 to 9, or policy, bandit,'],
    [['3', '--answers', 'old,new'], 'near: expected new or active or atRisk or dormant, got "old"'],
    [['1', '--answers', '21,you'], 'kept: expected a number from 0 to 20, got "21"'],
    [['3', '--answers', 'new,new,new'], 'lesson gamma asks 2 questions, got 3 answers'],
    [['3', '--try', 'gama=0.5', '--answers', 'new,new'], 'lesson gamma has no setting "gama"; it has gamma'],
    [['3', '--try', 'gamma=0.55', '--answers', 'new,new'], 'gamma: expected 0.01 or 0.3 or'],
  ])('refuses %j', async (words, message) => {
    const { learn } = student();
    const { code, stderr } = await learn(...words, '--plain');
    expect(stderr).toContain(`tenure: ${message}`);
    expect(code).toBe(2);
  });
});
