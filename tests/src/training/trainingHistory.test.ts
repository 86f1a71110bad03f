import { describe, expect, it } from 'vitest';
import { actionMix } from '../../../src/training/playedPolicy.ts';
import { historyAfter, trainingDays, untold } from '../../../src/training/trainingHistory.ts';
import { madeHistory, playedAs, validatedAs } from './madeHistory.ts';

const { setup } = madeHistory({ done: 0 });
const start = untold(setup);

describe('the history of a training', () => {
  it('knows nothing at first but what it is about', () => {
    expect(start).toMatchObject({ phase: 'preparing', day: 0, episodes: [], validations: [] });
    expect(trainingDays(setup)).toBe(30 * 180);
  });

  it('goes from preparing to finished', () => {
    const phases = [
      { kind: 'begun', earlier: [] } as const,
      { kind: 'playing', users: 'validation' } as const,
      { kind: 'day', day: 181, figures: {} } as const,
      { kind: 'playing', users: 'held-out' } as const,
      {
        kind: 'finished',
        result: { ...validatedAs({ return: 1 }, undefined), rule: undefined },
      } as const,
    ].map(
      (
        (history) => (event) =>
          (history.now = historyAfter(history.now, event)).phase
      )({ now: start }),
    );
    expect(phases).toEqual(['learning', 'validating', 'learning', 'finishing', 'finished']);
  });

  it('keeps what an agent said last, of agents that say nothing on most days', () => {
    const said = [{ loss: 1, entropy: 2 }, {}, { loss: 3 }].reduce(
      (history, figures, day) => historyAfter(history, { kind: 'day', day: day + 1, figures }),
      start,
    );
    expect(said.figures).toEqual({ loss: 3, entropy: 2 });
    expect(said.day).toBe(3);
  });

  it('keeps every episode and validation in their order, those asked for among them', () => {
    const history = [
      { kind: 'evaluated', episode: 4, validated: validatedAs({ return: 9, retention: 0.5 }, undefined) },
    ].reduce(
      (before, event) => historyAfter(before, event as Parameters<typeof historyAfter>[1]),
      madeHistory({ done: 4, validations: { 3: { return: 8 } } }),
    );
    expect(history.episodes.map(({ episode }) => episode)).toEqual([1, 2, 3, 4]);
    expect(history.validations.map(({ episode, asked }) => [episode, asked])).toEqual([
      [3, false],
      [4, true],
    ]);
    expect(history.validations[1]).toMatchObject({ return: 9, retention: 0.5 });
    expect(history.day).toBe(4 * 180);
  });

  it('goes on from what was trained before', () => {
    const earlier = madeHistory({ done: 6, learning: () => ({ loss: 0.3 }) }).episodes.map((episode) =>
      episode.episode === 3 ? { ...episode, validation: { return: 7, retention: 0.6 } } : episode,
    );
    const history = historyAfter(start, { kind: 'begun', earlier });
    expect(history).toMatchObject({ day: 1080, firstDay: 1080, figures: { loss: 0.3 } });
    expect(history.validations).toEqual([
      { episode: 3, asked: false, return: 7, retention: 0.6, validated: undefined },
    ]);
  });
});

describe('actionMix()', () => {
  it('is the part of decisions for each action', () => {
    expect(actionMix({ decisions: [3, 1, 0, 0] })).toEqual([0.75, 0.25, 0, 0]);
    expect(actionMix({ decisions: [0, 0] })).toEqual([0, 0]);
    expect(actionMix(playedAs({ return: 0 })).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});
