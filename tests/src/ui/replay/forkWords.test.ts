import { describe, expect, it } from 'vitest';
import { tellFork } from '../../../../src/replay/forks/tellFork.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { forkWords } from '../../../../src/ui/replay/forkWords.ts';
import { recorded } from '../../replay/forks/recorded.ts';

const glyphs = glyphsOf('unicode');

describe('forkWords(told, program, glyphs)', () => {
  it('tells of one user with its luck and with others', async () => {
    const { replay, decider, program } = recorded('closed', 'reminder');
    const told = await tellFork(
      replay,
      { who: { kind: 'user', user: 0 }, action: 1, day: 1, days: 1 },
      decider,
    );
    expect(forkWords(told, program, glyphs)).toMatchInlineSnapshot(`
      [
        "with the same luck: here on day 12 either way; rewards −0.0625, contacts +1, cost +0.0625 from day 1 on",
        "with other lucks: of 400 from that morning on 74.0% are here on day 12, as many with the fork; rewards −0.0496 [−0.0917, −0.00745] (95 % intervals over these lucks)",
      ]
    `);
  });

  it('says that nothing changes where it was done anyway', async () => {
    const { replay, decider, program } = recorded('closed', 'reminder');
    const told = await tellFork(
      replay,
      { who: { kind: 'user', user: 0 }, action: 0, day: 1, days: 1 },
      decider,
    );
    expect(forkWords(told, program, glyphs)).toMatchInlineSnapshot(`
      [
        "with the same luck: here on day 12; the fork changes nothing for this user",
        "with other lucks: of 400 from that morning on 74.0% are here on day 12, as many with the fork; rewards 0 [0, 0] (95 % intervals over these lucks)",
        "this is what was done anyway",
      ]
    `);
  });

  it('tells what was not available where it was given to many', async () => {
    const { replay, decider, program } = recorded('not always available', 'reminder');
    const choice = { who: { kind: 'everyone' }, action: 1, day: 3, days: Infinity } as const;
    expect(forkWords(await tellFork(replay, choice, decider), program, glyphs)).toMatchInlineSnapshot(`
      [
        "greet was not available in 95 of 190 decisions; the first available action was given",
      ]
    `);
  });

  it('tells of a product, and of a recording whose policy is not at hand', async () => {
    const { replay, program } = recorded('product', 'serveLow');
    const choice = { who: { kind: 'user', user: 3 }, action: 1, day: 8, days: 1 } as const;
    expect(forkWords(await tellFork(replay, choice, undefined), program, glyphs)).toMatchInlineSnapshot(`
      [
        "with the same luck: here on day 42 either way",
        "with other lucks: not told: product-shop takes one decision for a whole product: nobody there lives alone",
        "no policy is at hand: recorded actions go on",
      ]
    `);
  });

  it('tells a difference that is the same with every luck', async () => {
    const { replay, decider, program } = recorded('closed', 'reminder');
    const choice = { who: { kind: 'user', user: 0 }, action: 1, day: 1, days: 1 } as const;
    const told = await tellFork(replay, choice, decider);
    if (told.odds?.kind !== 'odds') throw new Error('expected odds');
    const always = { mean: 1, low: 1, high: 1 };
    const never = { mean: 0, low: 0, high: 0 };
    const here = { recorded: always, asked: never, difference: { mean: -1, low: -1, high: -1 } };
    const [, odds] = forkWords({ ...told, odds: { ...told.odds, here } }, program, glyphs);
    expect(odds).toContain('100.0% are here on day 12, with the fork 0.0%: −100 [−100, −100] points');
  });

  it('says where nobody was there to be given it', async () => {
    const { replay, decider, program } = recorded('closed', 'reminder');
    const choice = { who: { kind: 'user', user: 0 }, action: 1, day: 1, days: 1 } as const;
    const { fork } = await tellFork(replay, choice, decider);
    const nobody = { ...fork, tally: { forced: 0, changed: 0, unavailable: 0 } };
    expect(forkWords({ fork: nobody, user: undefined, odds: undefined }, program, glyphs)).toEqual([
      `nobody was there to be given ${program.actions[1].name}`,
    ]);
  });
});
