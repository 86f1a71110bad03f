import type { NumberControl } from '../../control.ts';
import { judgeNumber } from '../../judge.ts';
import type { Lesson, Outcome, Work } from '../../lesson.ts';
import { atOnce } from '../../work.ts';
import { grid, moral, picture } from './told.ts';
import { fieldOf, findAll, WORLD } from './turn.ts';

const FLIP: NumberControl = {
  kind: 'number',
  name: 'flip',
  ask: 'from which jump of B on does the cell between A and B turn to B',
  range: [5, 12],
  step: 0.5,
};

const SETTLED: NumberControl = {
  kind: 'number',
  name: 'settled',
  ask: 'B at 5: after how many sweeps is every arrow a best one',
  range: [1, 30],
  step: 1,
};

/** Lesson 4: value iteration. */
export const sweeps: Lesson = {
  number: 4,
  name: 'sweeps',
  title: 'Value iteration',
  about: 'values spread from where something is earned, sweep by sweep, and the arrows follow',
  opening: [
    'A field of five by five cells. Any step out of A (first row, second cell) earns 10 and leads four rows down; out of B (first row, fourth cell) it earns what you set and leads two rows down. A step off the field costs 1. One step later a reward is worth 0.9.',
    'Each sweep gives every cell the best of its four steps by the values so far. Step the sweeps, edit the reward.',
  ],
  controls: [
    { kind: 'number', name: 'sweeps', ask: 'sweeps', range: [0, 30], step: 1, initial: 1 },
    { kind: 'number', name: 'jumpB', ask: 'a step out of B earns', range: [0, 12], step: 1, initial: 5 },
  ],
  sandbox: (bench, settings) =>
    atOnce(() => {
      const field = fieldOf(bench, Number(settings['jumpB']), Number(settings['sweeps']));
      return [grid(`best steps and values; sweeps: ${settings['sweeps']}`, field)];
    }),
  wager: [
    'A jump out of A earns 10. In the end, when nothing changes any more, the cell between A and B goes to A as long as B pays little. B pays from 5 up to 12 are tried; where does its arrow turn?',
  ],
  questions: [FLIP, SETTLED],
  *reveal(bench, _, predictions): Work<Outcome> {
    const found = yield* findAll(bench);
    return {
      see: picture(found),
      judgements: [
        judgeNumber(FLIP, predictions['flip'], found.flip, 2),
        judgeNumber(SETTLED, predictions['settled'], found.settled, 0),
      ],
      explain: moral(found),
      command: `tenure solve ${WORLD} --sweep jumpB=5:12:0.5`,
      figures: { flip: found.flip, settled: found.settled, values: found.end.values },
    };
  },
  hints: {
    do: 'Begin with 0 sweeps and go up one by one. Then take 30, and B from 5 to 10.',
    predict: 'Out of A it is four steps back to where it pays, out of B two. Who comes round oftener?',
    see: 'Look at the values of A and B just below and just above the turn.',
    explain: 'tenure solve gridworld --discount 0.5 looks less far: try where the arrows go then.',
  },
};
