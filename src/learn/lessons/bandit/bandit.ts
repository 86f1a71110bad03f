import type { ChoiceControl } from '../../control.ts';
import { judgeChoice } from '../../judge.ts';
import type { Lesson, Outcome, Work } from '../../lesson.ts';
import { BANDITS, EPSILONS, leastLoss, lossOf, studyAll, WORLD } from './studies.ts';
import { ratesOf, send } from './subjectLines.ts';
import { moral, picture, practice } from './told.ts';

const BEST: ChoiceControl = {
  kind: 'choice',
  name: 'best',
  ask: 'which subject line is really opened most often',
  choices: ['question', 'story', 'urgent', 'bargain', 'news'].map((value) => ({ value, label: value })),
};

const LEAST: ChoiceControl = {
  kind: 'choice',
  name: 'least',
  ask: 'which epsilon loses fewest opens in 1,000 mails',
  choices: EPSILONS.map((epsilon) => ({ value: String(epsilon), label: String(epsilon) })),
};

/** Lesson 2: trying around costs, and not trying too. */
export const bandit: Lesson = {
  number: 2,
  name: 'bandit',
  title: 'The bandit',
  about: 'explore or exploit: what is lost by trying, and what by not trying',
  opening: [
    'A shop writes to one new subscriber a day and has five subject lines. How often each is opened it learns only by sending it. An epsilon-greedy bandit mostly sends what was opened most often so far, and with probability epsilon (ε) any of the five.',
    'Set ε and how long it practises, and see what it sent and what it believes.',
  ],
  controls: [
    {
      kind: 'choice',
      name: 'epsilon',
      ask: 'epsilon, how often it tries anything',
      choices: [0, 0.02, 0.1, 0.2, 0.5, 1].map((e) => ({ value: String(e), label: String(e) })),
      initial: '0.1',
    },
    { kind: 'number', name: 'mails', ask: 'practice mails', range: [10, 200], step: 10, initial: 50 },
  ],
  *sandbox(bench, settings) {
    const program = bench.world(WORLD);
    const [epsilon, mails] = [Number(settings['epsilon']), Number(settings['mails'])];
    return practice(program, yield* send(program, epsilon, mails, `${bench.seed}/practice`));
  },
  wager: [
    `Now ${BANDITS} bandits for each ε, which know nothing of each other; each sends 1,000 mails. Regret is what they lose against always sending the best subject line: opens that could have been had.`,
  ],
  questions: [BEST, LEAST],
  *reveal(bench, settings, predictions): Work<Outcome> {
    const program = bench.world(WORLD);
    const studies = yield* studyAll(bench, program, Number(settings['epsilon']));
    const rates = ratesOf(program);
    const winner = program.actions[rates.indexOf(Math.max(...rates))].name;
    const asked = studies.filter(({ epsilon }) => EPSILONS.includes(epsilon));
    return {
      see: picture(program, studies),
      judgements: [
        judgeChoice(BEST, predictions['best'], winner),
        judgeChoice(LEAST, predictions['least'], String(leastLoss(asked).epsilon)),
      ],
      explain: moral(studies, Number(settings['epsilon'])),
      command: `tenure train ${WORLD} --agent epsilon-greedy-bandit --option epsilon=${leastLoss(asked).epsilon} --users 1 --episodes 1 --seed ${bench.seed}`,
      figures: {
        rates: Object.fromEntries(program.actions.map(({ name }, k) => [name, rates[k]])),
        studies: studies.map(({ epsilon, foundBest, ...rest }) => ({
          epsilon,
          lost: lossOf(rest),
          foundBest,
        })),
      },
    };
  },
  hints: {
    do: 'With 50 mails every subject line has been sent a few times only: compare 50 with 200. Set ε to 0: it may never find out.',
    predict: 'Trying costs at every mail, for ever. Not trying costs if the first lucky one is not the best.',
    see: 'A line that bends flat has stopped losing; one that rises straight goes on losing the same with every mail.',
    explain:
      'tenure agents ucb1 and tenure agents thompson-bernoulli tell of bandits that try less and less by themselves.',
  },
};
