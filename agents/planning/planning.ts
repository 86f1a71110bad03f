import type { AgentKind } from '../kinds.ts';
import { Exploration } from '../tabular/exploration.ts';
import { bestPolicy, chooseBest } from '../bandits/choose.ts';
import { DayDraws } from '../bandits/dayDraws.ts';
import { EstimatedProcess } from './estimatedProcess.ts';
import { Solution } from './solution.ts';
// PROTOTYPE
export const planning: AgentKind<any> = {
  name: 'planning', about: 'x', source: 'x',
  hyperparameters: {
    discount: { default: 0.97, range: [0, 1], about: 'x' },
    doubt: { default: 10, range: [0, 1e9], about: 'x' },
    every: { default: 10, range: [1, 1e9], about: 'x' },
    memory: { default: 1, range: [0, 1], about: 'x' },
    epsilonStart: { default: 1, range: [0, 1], about: 'x' },
    epsilonEnd: { default: 0.4, range: [0, 1], about: 'x' },
    epsilonPart: { default: 0.5, range: [0, 1], about: 'x' },
    epsilonSpread: { default: 7, range: [0, 20], about: 'x' },
  },
  create(spec, { key, trainingDays }, settings) {
    const actions = spec.actions.length;
    const process = new EstimatedProcess(spec.stateCount, actions);
    const solution = new Solution(process, settings as any);
    const ex = new Exploration(spec.users, { start: settings['epsilonStart'], end: settings['epsilonEnd'], days: settings['epsilonPart'] * trainingDays, spread: settings['epsilonSpread'] });
    const explore = new DayDraws(key, 'explore'), equals = new DayDraws(key, 'equals');
    const scores = new Float64Array(actions);
    let day = 0; let solves = 0, sweeps = 0, ms = 0;
    return {
      selectActions(o, chosen) {
        const rates = ex.rates(day);
        chooseBest(o, chosen, day, scores, ({ state, user }, into) => {
          const e = explore.uniform(day, user) < rates[user];
          for (let a = 0; a < actions; a++) into[a] = e ? 0 : solution.values[state * actions + a];
        }, equals);
      },
      update({ observation: { states, active } }, taken, next) {
        for (let i = 0; i < taken.length; i++) {
          if (active[i] === 0) continue;
          process.add(states[i], taken[i], next.rewards[i], next.discounts[i] === 0 ? undefined : next.observation.states[i]);
        }
        day++;
        if (day % settings['every'] === 0) {
          const t = performance.now();
          if (settings['memory'] < 1) process.decay(settings['memory']);
          sweeps += solution.solve(); solves++; ms += performance.now() - t;
        }
        return { epsilon: ex.epsilon(day - 1), transitions: process.transitions.length, sweeps: sweeps / solves, ms: ms / solves };
      },
      greedy: () => bestPolicy(actions, ({ state }, into) => { for (let a = 0; a < actions; a++) into[a] = solution.values[state * actions + a]; }),
      save: () => ({}), restore() {},
      actionValues: (s) => [...solution.values.subarray(s * actions, (s + 1) * actions)],
    };
  },
};
