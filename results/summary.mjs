// One line for each business: the best rule, the greedy agent, and the best of what was learned.
import { bestRule, difference, interval, row } from './tables.mjs';

const GREEDY = ['myopic', 'epsilon-greedy-bandit'];

/** @param learned names of the agents that look ahead */
export function summary(comparisons, learned) {
  const rows = comparisons.map((comparison) => {
    const { scenario, policies } = comparison;
    const agents = policies.filter(({ name }) => learned.includes(name));
    const best = agents.reduce((a, b) => (b.metrics.return.mean > a.metrics.return.mean ? b : a));
    const rule = bestRule(comparison, [...learned, ...GREEDY]);
    const of = (name) => policies.find((policy) => policy.name === name).metrics.return.mean.toFixed(2);
    return row([
      `\`${scenario}\``,
      `${rule} ${of(rule)}`,
      of('myopic').replace('-', '−'),
      `${best.name} ${interval(best.metrics.return)}`,
      interval(difference(comparison, best.name, rule)),
      interval(difference(comparison, best.name, 'myopic')),
    ]);
  });
  return [
    '### In short',
    '',
    '| scenario | best rule, return | greedy for today | best that was learned | minus the best rule | minus greedy |',
    '|-|-|-|-|-|-|',
    ...rows,
    '',
    'The best of several agents is chosen here after the fact, which flatters it; the tables below have all of them.',
    '',
  ];
}
