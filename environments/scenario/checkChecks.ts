import type { Checker } from './checker.ts';
import { quoted, suggestion } from './diagnostics.ts';
import type { Check } from './program.ts';
import type { ScenarioFile } from './schema.ts';

/** Checks that the sanity tests of a file name what there is. */
export function checkChecks(file: ScenarioFile, checker: Checker): Check[] {
  const policies = [
    'none',
    'random',
    ...Object.keys(file.actions).map((a) => `always:${a}`),
    ...Object.keys(file.rules),
  ];
  const shares = Object.keys(file.lifecycle).map((stage) => `share.${stage}`);
  const perUser = ['return', 'cost', 'contacts', ...Object.keys(file.metrics)];
  const metrics = ['retention', ...perUser, ...shares];
  return file.checks.map((check, i) => {
    const one = (key: 'policy' | 'minus' | 'metric' | 'per', choices: readonly string[]) => {
      const value = check[key];
      if (value === undefined || choices.includes(value)) return;
      checker.report(
        ['checks', i, key],
        `there is no ${key === 'minus' ? 'policy' : key} ${quoted(value)}${suggestion(value, choices)}`,
      );
    };
    one('policy', policies);
    one('minus', policies);
    one('metric', metrics);
    one('per', perUser);
    const { statistic = 'mean', day = file.horizon, between } = check;
    if (statistic !== 'mean' && !perUser.includes(check.metric)) {
      checker.report(['checks', i, 'statistic'], `only the mean of ${check.metric} can be checked`);
    }
    if (day > file.horizon)
      checker.report(['checks', i, 'day'], `the horizon is ${file.horizon} days, got ${day}`);
    const every = typeof file.decision === 'object' ? (file.decision.every ?? 1) : 1;
    if (day < file.horizon && day % every !== 0)
      checker.report(
        ['checks', i, 'day'],
        `decisions are taken every ${every} days; expected a multiple, got ${day}`,
      );
    if (between[0] > between[1])
      checker.report(['checks', i, 'between'], `bounds rise, got [${between.join(', ')}]`);
    return { ...check, statistic, day, per: check.per, minus: check.minus, source: check.source };
  });
}
