import { describe, expect, it } from 'vitest';
import { type KeptSearch, keptWork } from '../../../../src/replay/kept/keptSearch.ts';
import type { WhoLeft } from '../../../../src/replay/kept/leavers.ts';
import { atOnce } from '../../../../src/replay/patiently.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { keptEntries } from '../../../../src/ui/replay/kept/keptList.ts';
import { plainKept } from '../../../../src/ui/replay/kept/plainKept.ts';
import { keyContext, marksOnceLived } from '../../../../src/ui/replay/keyContext.ts';
import { personOf } from '../../../../src/ui/replay/personOf.ts';
import { reduceReplay } from '../../../../src/ui/replay/reduceReplay.ts';
import { initialReplayState, type ReplayState } from '../../../../src/ui/replay/replayState.ts';
import { replayView } from '../../../../src/ui/replay/replayView.ts';
import { screenRows } from '../../../../src/ui/replay/screenRows.ts';
import { recorded } from '../../replay/forks/recorded.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';
import { drawn } from '../drawn.ts';

const replay = openReplay(recordedEpisode(10_000, 60));
const { program } = replay.recording;
const CAN = { fork: true, against: true, kept: true, baseline: true, save: true };
const looking = personOf(replay);
replay.liveUntil(60);
const DAY = 12;

function leftOn(day: number): number[] {
  return [...replay.leavingDays().entries()].filter(([, on]) => on === day).map(([user]) => user);
}

function search(who: WhoLeft): KeptSearch {
  const found = atOnce(keptWork(replay, who, undefined));
  if (found.kind === 'none') throw new Error(found.reason);
  return found;
}

const ALL = search({ kind: 'day', day: DAY });

function contextOn(columns: number, rows: number, glyphs: 'unicode' | 'ascii' = 'unicode') {
  return keyContext({ replay, size: { columns, rows }, glyphs, can: CAN, personOf: looking });
}

function draw(columns: number, rows: number, state: ReplayState, glyphs: 'unicode' | 'ascii' = 'unicode') {
  const view = replayView(replay, state, looking, marksOnceLived(replay));
  const context = contextOn(columns, rows, glyphs);
  return drawn(screenRows({ view, state, context, size: { columns, rows }, glyphs, command: '' }));
}

const stayed = replay.leavingDays().indexOf(-1);
const start: ReplayState = initialReplayState(DAY, stayed);
const who = { kind: 'day', day: DAY } as const;
const open: ReplayState = reduceReplay(start, { kind: 'kept', who, search: ALL }, contextOn(80, 24));

function press(keys: string, from: ReplayState = open): ReplayState {
  const context = contextOn(80, 24);
  return keys.split(' ').reduce((state, key) => reduceReplay(state, { kind: 'key', key }, context), from);
}

describe('the list of who could have been kept', () => {
  it.each([
    [80, 24],
    [120, 40],
  ] as const)('is drawn at %i×%i', async (columns, rows) => {
    const frame = draw(columns, rows, press('down'));
    await expect(frame).toMatchFileSnapshot(`frames/${columns}x${rows}-kept.txt`);
  });

  it('is drawn of one user, and with ASCII only where asked', async () => {
    const frame = draw(100, 30, press('K'), 'ascii');
    expect(frame).toMatch(/^[\n -~]*$/);
    await expect(frame).toMatchFileSnapshot('frames/100x30-kept-ascii.txt');
  });

  it('fits every terminal, with the chosen one on it', () => {
    const end = press('pagedown pagedown pagedown pagedown pagedown pagedown');
    for (const columns of [1, 20, 47, 80, 133])
      for (const rows of [2, 8, 12, 24, 45])
        for (const state of [open, end, press('K')]) {
          const lines = draw(columns, rows, state).slice(0, -1).split('\n');
          expect(lines.length).toBeLessThanOrEqual(rows - 1);
          expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
          if (columns >= 20 && rows >= 12)
            expect(lines.some((line) => line.startsWith(' ▶ user'))).toBe(true);
        }
  });

  it('has those who are kept first, once each, and of one user every way', () => {
    const entries = keptEntries(ALL);
    const kept = entries.findIndex(({ leftOn: on }) => on !== undefined);
    expect(kept).toBeGreaterThan(0);
    expect(entries.slice(kept).every(({ leftOn: on }) => on !== undefined && on > DAY)).toBe(true);
    expect(new Set(entries.map(({ user }) => user)).size).toBe(entries.length);
    const [{ user, others }] = entries;
    const ways = keptEntries(search({ kind: 'user', user })).filter(({ leftOn: on }) => on === undefined);
    expect(ways).toHaveLength(1 + others);
  });
});

describe('K', () => {
  it('asks for the chosen one where this morning is one of those tried for it, else for those who left', () => {
    expect(press('K', start).asked).toEqual({ kind: 'kept', who });
    const [user] = leftOn(DAY);
    const { from } = search({ kind: 'user', user });
    for (let day = 1; day <= DAY + 8; day++) {
      const tried = from <= day && day <= DAY;
      const asked = { kind: 'kept', who: tried ? { kind: 'user', user } : { kind: 'day', day } };
      expect(press('K', { ...start, user, day }).asked, `day ${day}`).toEqual(asked);
    }
  });

  it('asks for who was found by l, on that day and on the days before, where it would be forked', () => {
    const found = press('l', start);
    expect(leftOn(DAY)).toContain(found.user);
    const left = { kind: 'kept', who: { kind: 'user', user: found.user } };
    expect(press('K', found).asked).toEqual(left);
    expect(press(', K', found).asked).toEqual(left);
    expect(press('. K', found).asked).toEqual({ kind: 'kept', who: { kind: 'day', day: DAY + 1 } });
  });

  it('knows who leaves soon also where those days are not lived yet', () => {
    const fresh = openReplay(replay.recording);
    const [user] = leftOn(DAY);
    const of = { size: { columns: 80, rows: 24 }, glyphs: 'unicode', can: CAN } as const;
    const context = keyContext({ ...of, replay: fresh, personOf: personOf(fresh) });
    const at = initialReplayState(DAY - 2, user);
    expect(reduceReplay(at, { kind: 'key', key: 'K' }, context).asked).toMatchObject({
      who: { kind: 'user', user },
    });
  });

  it('tells how far it is, can be stopped, and lets nothing else be asked for meanwhile', () => {
    const asking = reduceReplay(press('K', start), { kind: 'tried', tried: 40 }, contextOn(80, 24));
    expect(draw(120, 40, asking)).toContain('other actions tried: 40%; esc stops');
    expect(press('F', asking).message).toBe('other actions are still being tried; esc stops that');
    expect(press('escape', asking)).toMatchObject({ asked: undefined, message: 'stopped' });
  });

  it('chooses with up and down, as far as the list goes', () => {
    const { length } = keptEntries(ALL);
    expect(press('down down up').kept?.chosen).toBe(1);
    expect(press('up').message).toBe('this is the top of the list');
    const end = press('pagedown pagedown pagedown pagedown pagedown pagedown');
    expect(end.kept?.chosen).toBe(length - 1);
    expect(press('down', end).message).toBe('this is the end of the list');
    expect(press('pageup', end).kept?.chosen).toBe(Math.max(length - 11, 0));
  });

  it('goes to the chosen user on that morning, and forks it as F does', () => {
    const [, { user, day, action }] = keptEntries(ALL);
    const there = press('down return');
    expect(there).toMatchObject({ user, day, kept: { chosen: 1 } });
    const typed = [...program.actions[action].name].join(' ');
    expect(there.asked).toEqual(press(`escape F ${typed} return`, { ...open, user, day }).asked);
  });

  it('goes from all to the chosen one and back, and from one who was asked for to all', () => {
    const [{ user }] = keptEntries(ALL);
    expect(press('K').kept).toMatchObject({ who: { kind: 'user', user }, chosen: 0 });
    expect(press('K').kept?.search).toEqual(search({ kind: 'user', user }));
    expect(press('down K K').kept).toEqual(press('down').kept);
    const one = { who: { kind: 'user', user }, search: search({ kind: 'user', user }), chosen: 0 } as const;
    expect(press('K', { ...open, kept: one })).toMatchObject({
      kept: undefined,
      asked: { kind: 'kept', who },
    });
  });

  it('is closed by esc, and by every key that is about something else', () => {
    expect(press('escape').kept).toBeUndefined();
    expect(press('.')).toMatchObject({ kept: undefined, day: DAY + 1 });
    expect(press(': d a y space 5 return')).toMatchObject({ kept: undefined, day: 5 });
    expect(press('? ?').kept).toEqual(open.kept);
  });

  it('is a command too, with a day', () => {
    const asked = (day: number) => ({ kind: 'kept', who: { kind: 'day', day } });
    expect(press(': k e p t space 9 return', start).asked).toEqual(asked(9));
    expect(press(': k e p t return', start).asked).toEqual(asked(DAY));
    const wrong = press(': k e p t space 9 9 return', start);
    expect(wrong).toMatchObject({ asked: undefined, message: 'expected a day from 0 to 60, got 99' });
  });

  it('says why it does nothing where lives touch each other, or where there is nobody to ask', () => {
    const budget = recorded('a budget a day', 'random').replay;
    const size = { columns: 80, rows: 24 };
    const of = { replay: budget, size, glyphs: 'unicode', personOf: personOf(budget) } as const;
    const on = (can: typeof CAN) =>
      reduceReplay(initialReplayState(3, 0), { kind: 'key', key: 'K' }, keyContext({ ...of, can })).message;
    expect(on(CAN)).toBe('the budget of budget-shop is shared: what keeps one is missing for another');
    expect(on({ ...CAN, kept: false })).toBe('nothing here decides how another future would go on');
  });
});

describe('plainKept()', () => {
  const plain = (found: Parameters<typeof plainKept>[0], width = 100) =>
    plainKept(found, program, { label: 'x', width, glyphs: 'ascii' });

  it('prints all of it, sums first, no line too long', () => {
    const text = plain(ALL);
    const lines = text.split('\n');
    expect(text).toContain(`Of ${ALL.leavers.length} who left on day ${DAY}, with the same luck: `);
    expect(lines.filter((line) => line.startsWith('   user'))).toHaveLength(keptEntries(ALL).length);
    expect(text.indexOf('keeps, by day')).toBeLessThan(text.indexOf('   user'));
    expect(text).toContain('Chosen by hindsight');
    for (const line of plain(ALL, 60).split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  it('prints a list of very many', () => {
    const [{ tried }] = ALL.leavers.filter((leaver) => keptEntries({ ...ALL, leavers: [leaver] }).length > 0);
    const leavers = Array.from({ length: 150_000 }, (_, user) => ({ user, tried }));
    const lines = plain({ ...ALL, leavers }).split('\n');
    expect(lines.filter((line) => line.startsWith('   user'))).toHaveLength(150_000);
    expect(lines.at(-1)).toMatch(/^ {3}user 149999 {3}day/);
  });

  it('says that nobody would have been kept, and why nothing can be told', () => {
    const leavers = ALL.leavers.map((leaver) => ({ ...leaver, tried: [] }));
    const text = plain({ ...ALL, leavers, actions: [] });
    expect(text).toContain('all are gone by day 60 whichever one action is tried');
    expect(text).toContain('nobody: no single action');
    expect(plain({ kind: 'none', reason: 'nobody left on day 3' })).toContain(' nobody left on day 3');
  });
});
