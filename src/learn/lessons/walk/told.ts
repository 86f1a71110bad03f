import { type Block, text } from '../../block.ts';
import { fixed } from '../../words.ts';
import { bestOf, meanError, REPETITIONS, WALKS, walksNeeded } from './curves.ts';
import { type ErrorCurve, type Method, PLACES, rmsError } from './walks.ts';

const NAMES: Readonly<Record<Method, string>> = { td: 'TD', mc: 'Monte Carlo' };

/** What both have learned beside the truth. */
export function valueTable(
  truth: readonly number[],
  { td, mc }: Readonly<Record<Method, readonly number[]>>,
): Block {
  const line = (name: string, values: readonly number[]) => [
    name,
    ...values.map((value) => fixed(value, 3)),
    fixed(rmsError(values, truth), 3),
  ];
  return {
    kind: 'table',
    header: ['place', ...PLACES.map(String), 'error'],
    rows: [line('truth', truth), line('TD', td), line('Monte Carlo', mc)],
  };
}

/** All learners in figures, the best of each kind as curves. */
export function picture(curves: readonly ErrorCurve[]): Block[] {
  const [td, mc] = [bestOf(curves, 'td'), bestOf(curves, 'mc')];
  const at = [1, 10, 25, 50, 100];
  return [
    {
      kind: 'table',
      header: [
        `error, mean of ${REPETITIONS}`,
        ...at.map((walks) => `${walks} ${walks === 1 ? 'walk' : 'walks'}`),
        'all',
      ],
      rows: curves.map((one) => [
        `${NAMES[one.method]}, α ${one.alpha}${one === td || one === mc ? ' *' : ''}`,
        ...at.map((walks) => fixed(one.errors[walks], 3)),
        fixed(meanError(one), 3),
      ]),
    },
    text('* the best of its kind, which the chart shows'),
    {
      kind: 'chart',
      title: 'error, walk by walk',
      until: `${WALKS} walks`,
      series: [
        { letter: 'm', label: `Monte Carlo, α ${mc.alpha}`, values: mc.errors },
        { letter: 't', label: `TD, α ${td.alpha}`, values: td.errors },
      ],
      low: 0,
      high: Math.max(td.errors[0], mc.errors[0]),
    },
  ];
}

/** What the numbers say. */
export function moral(curves: readonly ErrorCurve[]): string[] {
  const [td, mc] = [bestOf(curves, 'td'), bestOf(curves, 'mc')];
  const quicker = meanError(td) < meanError(mc) ? td : mc;
  const needed = walksNeeded(td, mc);
  const tds = curves.filter(({ method }) => method === 'td');
  const [small, large] = [tds[0], tds[tds.length - 1]];
  return [
    `On the same walks ${NAMES[quicker.method]} is nearer: its mean error is ${fixed(meanError(quicker), 3)} against ${fixed(meanError(quicker === td ? mc : td), 3)}. ${td.errors[needed] <= mc.errors[WALKS] ? `What Monte Carlo has after ${WALKS} walks (${fixed(mc.errors[WALKS], 3)}), TD has after ${needed}.` : `TD does not come as near as Monte Carlo after ${WALKS} walks (${fixed(mc.errors[WALKS], 3)}).`}`,
    quicker === td
      ? 'The end of one walk is noisy: from the middle it is a coin toss. Monte Carlo moves towards that coin; TD moves towards the next place, in which many ends are averaged already. It learns a guess from a guess, and here that pays.'
      : 'TD learns a guess from a guess, and as long as the guesses are wrong that costs; here it cost more than the noise of whole walks.',
    `The step matters too: TD with α ${large.alpha} has an error of ${fixed(large.errors[10], 3)} after 10 walks and ${fixed(large.errors[WALKS], 3)} after ${WALKS}; with α ${small.alpha} ${fixed(small.errors[10], 3)} and ${fixed(small.errors[WALKS], 3)}. ${large.errors[10] < small.errors[10] && large.errors[WALKS] > small.errors[WALKS] ? 'Large steps come near quickly and then tremble; small ones come late and stay.' : 'Which is better depends on when one asks.'}`,
  ];
}
