// The README's film of a replay, results/pictures/replay.svg: a customer from her first days to the one on which she
// leaves; and the same people under another policy beside it, results/pictures/compare.svg.
import { join } from 'node:path';

const SCENARIO = 'coupon-trap';
const USER = '226';
const [FIRST_DAY, LAST_DAY, EVERY] = ['4', '44', '2'];
/** With room for the formulas of a day. */
const ROWS = '40';

/** Trains what is to be seen, and makes the film and the picture. */
export function draw(tenure, place) {
  tenure('train', SCENARIO, '--agent', 'q-learning', '--seed', '1', '--results', place);
  const replay = (...words) => tenure('replay', 'latest', '--results', place, '--user', USER, ...words);
  const { stageInTheEvening } = replay('--day', LAST_DAY).why;
  if (stageInTheEvening !== 'churned')
    throw new Error(`user ${USER} is ${stageInTheEvening} on day ${LAST_DAY}; the film is of one who leaves`);
  const file = (name) => join(import.meta.dirname, 'pictures', name);
  const days = ['--day', FIRST_DAY, '--until', LAST_DAY, '--every', EVERY];
  replay(...days, '--rows', ROWS, '--save', file('replay.svg'));
  tenure(
    'replay',
    'latest',
    '--results',
    place,
    '--against',
    'marketer',
    '--rows',
    '44',
    '--save',
    file('compare.svg'),
  );
}
