import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { fixture, type Lived, lives, varied } from './openWorld.ts';

/** Nobody is turned away, and people come quickly. */
const QUICK = [
  ['founders: 100', 'founders: 50'],
  ['value: 0.02', 'value: 0.05'],
  ['room: 3', 'room: 20'],
] as const;
const OPEN = fixture('open-shop', ...QUICK);
const USERS = 40;
const whole = lives(OPEN, { users: USERS });

/** Those of a population whose lives are the same in another. */
function expectAmong(some: ReadonlyMap<number, string>, others: ReadonlyMap<number, string>): void {
  for (const [birth, life] of some) expect(others.get(birth), `birth key ${birth}`).toBe(life);
}

function bytes(seed: string, measured = true): Buffer {
  const environment = new PopulationEnvironment(OPEN, { users: USERS, measured });
  environment.reset(seed);
  for (let day = 1; day <= OPEN.horizon; day++)
    environment.step(environment.births.map((birth) => varied(birth, day)) as unknown as Uint8Array);
  return Buffer.from(environment.snapshot().bytes);
}

describe('an open population', () => {
  it('lives the same bytes with the same seed, also after another episode, and others with another seed', () => {
    expect(bytes('a').equals(bytes('a'))).toBe(true);
    expect(bytes('a').equals(bytes('b'))).toBe(false);
    const environment = new PopulationEnvironment(OPEN, { users: USERS });
    const once = [environment.reset('a'), environment.snapshot().bytes][1] as ArrayBuffer;
    for (let day = 0; day < 9; day++) environment.step(new Uint8Array(environment.shape.rows));
    environment.reset('a');
    expect(Buffer.from(environment.snapshot().bytes).equals(Buffer.from(once))).toBe(true);
  });

  it('lived in parts it has the same people with the same lives, whatever the parts and the room', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: USERS - 1 }), { maxLength: 4 }),
        fc.constantFrom('room: 20', 'room: 45.5'),
        (cuts, room) => {
          const edges = [0, ...cuts.sort((a, b) => a - b), USERS];
          const program = fixture('open-shop', ...QUICK.slice(0, 2), ['room: 3', room]);
          const parts = edges.slice(1).map((to, k) => {
            const part: Lived = { users: to - edges[k], firstUser: edges[k] };
            return lives(program, part);
          });
          expect(parts.reduce((sum, { size }) => sum + size, 0)).toBe(whole.size);
          for (const part of parts) expectAmong(part, whole);
        },
      ),
      { numRuns: 6, seed: 1 },
    );
  });

  it('gives everybody another life only through what is done to themselves or to who brought them', () => {
    // Whether a referred user comes at all depends on the referrer, who is treated otherwise here.
    const came = [...whole].filter(([, life]) => Number(life.split(' ')[1]) < REFERRED);
    for (const [chosen] of came.filter((_, k) => k % 13 === 7).slice(0, 7)) {
      const act = (who: number, day: number) => (who === chosen ? varied(who, day) : 1 - varied(who, day));
      const life = lives(OPEN, { users: USERS, act }).get(chosen);
      expect(life, `birth key ${chosen}`).toBe(whole.get(chosen));
    }
  });

  it('by channels the same people come under any two policies, with the same traits', () => {
    const byChannel = (act: (who: number, day: number) => number) =>
      new Map(
        [...lives(OPEN, { users: USERS, act })]
          .map(([birth, life]) => [birth, life.split('\n')[0].split(' ')] as const)
          .filter(([, [, channel]]) => Number(channel) < REFERRED)
          .map(([birth, [day, channel, segment, ...traits]]) => [
            birth,
            [day, channel, segment, ...traits.slice(0, 2)].join(),
          ]),
      );
    const [one, other] = [byChannel(() => 0), byChannel(() => 1)];
    expect(one.size).toBeGreaterThan(2 * USERS);
    expect(other).toEqual(one);
  });

  it('has the same luck when a channel, a draw or a metric is added', () => {
    const added = [
      ['    social:', '    letters: { rate: 1 }\n    social:'],
      ['  buys: ', '  weather: normal(0, 1)\n  buys: '],
      ['metrics:\n', 'metrics:\n  sunny: weather > 0\n'],
      ['traits:\n', 'traits:\n  luck: uniform(0, 1)\n'],
    ] as const;
    for (const edit of [[added[0]], [added[1], added[2]], [added[3]]]) {
      const other = lives(fixture('open-shop', ...QUICK, ...edit), { users: USERS });
      const names = (life: string | undefined) => life?.split('\n').map((day) => day.split(' '));
      const strip = edit[0] === added[3];
      for (const [birth, life] of whole) {
        const theirs = names(other.get(birth))?.map((day) => (strip ? day.filter((_, k) => k !== 3) : day));
        const own = names(life)?.map((day) => renumbered(day, edit[0] === added[0]));
        expect(theirs, `birth key ${birth}`).toEqual(own);
      }
      expect(other.size).toBeGreaterThanOrEqual(whole.size);
    }
  });

  it('a higher rate of one channel only adds people', () => {
    let before = whole;
    for (const rate of ['2', '4', '9']) {
      const more = lives(fixture('open-shop', ...QUICK, ['rate: 1,', `rate: ${rate},`]), { users: USERS });
      expectAmong(before, more);
      expect(more.size).toBeGreaterThan(before.size);
      before = more;
    }
  });
});

/** Number of the channel of who was referred. */
const REFERRED = 3;

/** The channels that come after a new first but one have numbers one higher. */
function renumbered(day: readonly string[], added: boolean): string[] {
  return day.map((value, k) => (added && k === 1 && Number(value) >= 2 ? String(Number(value) + 1) : value));
}
