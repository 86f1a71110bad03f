import type { Program } from '../../../environments/scenario/program.ts';
import { type Block, text } from '../block.ts';
import type { ChoiceControl } from '../control.ts';
import { judgeChoice } from '../judge.ts';
import type { Lesson, Outcome, Work, Workbench } from '../lesson.ts';
import { fixed, largest, perCent } from '../words.ts';
import { within } from '../work.ts';
import { ratesOf, type Sendings, type Study, send, study } from './subjectLines.ts';

const WORLD = 'five-subjects';
const BANDITS = 60;
/** The values of ε that are tried, beside the student's. */
const EPSILONS = [0, 0.02, 0.1, 0.5];

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

function practice({ actions }: Program, { sent, opened }: Sendings): Block[] {
  const rate = (k: number) => (sent[k] > 0 ? opened[k] / sent[k] : 0);
  const favourite = largest(
    actions.map(({ name }, k) => ({ name, rate: rate(k) })),
    (one) => one.rate,
  );
  return [
    {
      kind: 'table',
      header: ['practice', 'sent', 'opened', 'opened, %'],
      rows: actions.map(({ name }, k) => [
        name,
        String(sent[k]),
        String(opened[k]),
        sent[k] > 0 ? perCent(rate(k), 0) : 'not tried',
      ]),
    },
    text(`As far as it knows, the best is: ${favourite.name}.`),
  ];
}

/** Every ε that is asked about, and the student's own if it is another one. */
export function* studyAll(bench: Workbench, program: Program, own: number): Work<Study[]> {
  const epsilons = [...new Set([...EPSILONS, own])].sort((a, b) => a - b);
  const studies: Study[] = [];
  for (const [k, epsilon] of epsilons.entries()) {
    const [from, to] = [k / epsilons.length, (k + 1) / epsilons.length];
    studies.push(yield* within(study(program, epsilon, BANDITS, bench.seed), from, to));
  }
  return studies;
}

/** Opens lost by the last mail. */
function lossOf({ regret }: Pick<Study, 'regret'>): number {
  return regret[regret.length - 1];
}

function leastLoss(studies: readonly Study[]): Study {
  return largest(studies, (one) => -lossOf(one));
}

function picture({ actions, ...program }: Program, studies: readonly Study[]): Block[] {
  const rates = ratesOf({ actions, ...program } as Program);
  const letters = 'abcdef';
  return [
    text(`Opened: ${actions.map(({ name }, k) => `${name} ${perCent(rates[k], 0)}`).join(', ')}.`),
    {
      kind: 'chart',
      title: `regret: opens lost, mean of ${BANDITS} bandits each`,
      until: `${studies[0].regret.length - 1} mails`,
      series: studies.map(({ epsilon, regret }, k) => ({
        letter: letters[k],
        label: `ε ${epsilon}: ${fixed(lossOf({ regret }), 1)}`,
        values: regret,
      })),
      low: 0,
      high: Math.max(...studies.map(lossOf)),
    },
  ];
}

/** What the numbers say. */
export function moral(studies: readonly Study[], own: number): string[] {
  const [greedy] = studies;
  const most = studies[studies.length - 1];
  const least = leastLoss(studies);
  const yours = studies.find(({ epsilon }) => epsilon === own) ?? least;
  const early = rise(most, 0, 0.5);
  const late = rise(most, 0.5, 1);
  return [
    `Without trying (ε ${greedy.epsilon}) ${perCent(greedy.foundBest, 0)} of the bandits sent the best subject line most; ${fixed(lossOf(greedy), 0)} opens were lost on average. ${greedy === least ? 'Here that was nevertheless the least.' : 'The others stayed with one that was lucky early.'}`,
    `With ε ${most.epsilon} ${perCent(most.foundBest, 0)} found it, but trying never ends: the first half of the mails lost ${fixed(early, 1)} opens, the second half ${fixed(late, 1)}. ${late > 0.8 * early ? 'What has long been known to be worse is sent as often as ever.' : 'It loses less later on.'}`,
    `Least was lost with ε ${least.epsilon}: ${fixed(lossOf(least), 1)} opens.${yours === least ? ' That was your ε.' : ` Your ε ${yours.epsilon} lost ${fixed(lossOf(yours), 1)}.`} A bandit knows no tomorrow: each mail stands alone. When what you send today changes the customer of tomorrow, it takes more; that is lesson 3.`,
  ];
}

function rise({ regret }: Study, from: number, to: number): number {
  const last = regret.length - 1;
  return regret[Math.round(to * last)] - regret[Math.round(from * last)];
}
