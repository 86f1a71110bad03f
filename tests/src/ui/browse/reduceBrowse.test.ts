import { describe, expect, it } from 'vitest';
import { browseKeyboard } from '../../../../src/ui/browse/browseKeys.ts';
import { type BrowseState, comeBack, initialBrowseState } from '../../../../src/ui/browse/browseState.ts';
import { reduceBrowse } from '../../../../src/ui/browse/reduceBrowse.ts';
import { shownItems } from '../../../../src/ui/browse/shownItems.ts';
import { RUNS, readRun, run, someLists } from './someLists.ts';

const lists = someLists();
const context = { lists, size: { columns: 80, rows: 24 } };
const start = initialBrowseState(lists);

const press = (keys: string, from: BrowseState = start, within = context): BrowseState =>
  keys.split(' ').reduce((state, key) => reduceBrowse(state, key, within), from);
const chosen = (state: BrowseState, within = context) => shownItems(within.lists, state).chosen?.key;
const typed = (text: string) => [...text].map((key) => (key === ' ' ? 'space' : key)).join(' ');
const refusal = (key: string, state: BrowseState) =>
  browseKeyboard(state, context)
    .keys.find(({ keys }) => keys.includes(key))
    ?.refused?.(state, context);

describe('reduceBrowse(), going about', () => {
  it('begins with the newest run, or with the scenarios where there is no run', () => {
    expect([start.list, chosen(start)]).toEqual(['runs', RUNS[0].key]);
    expect(initialBrowseState({ runs: [] }).list).toBe('scenarios');
  });

  it('chooses with up and down, and says where the list ends', () => {
    expect(chosen(press('down down'))).toBe(RUNS[2].key);
    expect(chosen(press('down down up'))).toBe(RUNS[1].key);
    expect(press('up').message).toBe('this is the first');
    expect(press('down down down down down').message).toBe('this is the last');
  });

  it('goes a page at a time, one line less than the list has', () => {
    const many = {
      ...context,
      lists: someLists({ runs: Array.from({ length: 40 }, (_, k) => run(`a/b/c/${k}`, readRun())) }),
    };
    const from = initialBrowseState(many.lists);
    expect(chosen(press('pagedown', from, many), many)).toBe('a/b/c/9');
    expect(chosen(press('pagedown pagedown pageup', from, many), many)).toBe('a/b/c/9');
    expect(chosen(press('pagedown pagedown pagedown pagedown pagedown', from, many), many)).toBe('a/b/c/39');
  });

  it('goes to the other lists with tab, arrows, digits and commands, and keeps the place in each', () => {
    expect(press('tab').list).toBe('scenarios');
    expect(press('tab tab tab').list).toBe('runs');
    expect(press('left').list).toBe('lessons');
    expect(press('3 right').list).toBe('runs');
    expect(press(`: ${typed('lessons')} return`).list).toBe('lessons');
    expect(chosen(press('down 2 down down 1'))).toBe(RUNS[1].key);
    expect(chosen(press('down 2 down down 1 2'))).toBe('warm-and-cold');
  });

  it('shows one item alone with d, and the list again with d or esc', () => {
    expect(press('d').alone).toBe(true);
    expect(press('d d').alone).toBe(false);
    expect(press('d escape').alone).toBe(false);
    expect(chosen(press('d down'))).toBe(RUNS[1].key);
  });
});

describe('reduceBrowse(), filter', () => {
  const items = (state: BrowseState) => shownItems(lists, state).items.map(({ key }) => key);

  it('keeps what has all of the words, while they are typed and after enter', () => {
    expect(items(press(`/ ${typed('seed-1 q-l')}`))).toEqual([RUNS[0].key]);
    expect(items(press(`/ ${typed('dqn')} return`))).toEqual([RUNS[3].key, RUNS[4].key]);
    expect(items(press(`/ ${typed('DQN unfinished')} return`))).toEqual([RUNS[3].key]);
    expect(items(press(`: ${typed('filter dqn')} return`))).toEqual([RUNS[3].key, RUNS[4].key]);
  });

  it('takes name=value whole, so that seed=1 is not seed=12', () => {
    const twelve = run('a/b/c/d', readRun({ seed: '12' }));
    const other = someLists({ runs: [...RUNS, twelve] });
    const found = shownItems(
      other,
      press(`/ ${typed('seed=1')} return`, start, { ...context, lists: other }),
    );
    expect(found.items.map(({ key }) => key)).toEqual([RUNS[0].key, RUNS[2].key, RUNS[3].key]);
  });

  it('finds a parameter of the scenario under the name in its column, and under its own', () => {
    expect(items(press(`/ ${typed('scenario.habitGain=0.4')} return`))).toHaveLength(4);
    expect(items(press(`/ ${typed('habitGain=0.4')} return`))).toHaveLength(4);
  });

  it('is given up with esc while it is typed, and taken away with esc afterwards', () => {
    expect(items(press(`/ ${typed('dqn')} escape`))).toHaveLength(5);
    expect(items(press(`/ ${typed('dqn')} return escape`))).toHaveLength(5);
    expect(press('escape').message).toBe('there is no filter');
  });

  it('begins with the words that are there, and belongs to one list', () => {
    const filtered = press(`/ ${typed('dq')} return`);
    expect(items(press('/ n return', filtered))).toEqual([RUNS[3].key, RUNS[4].key]);
    expect(items(press('tab', filtered))).toHaveLength(3);
  });

  it('keeps what is chosen, if it has the words, else takes the first that does', () => {
    expect(chosen(press(`down down down down / ${typed('dqn')} return`))).toBe(RUNS[4].key);
    const first = press(`/ ${typed('dqn')} return`);
    expect([chosen(first), chosen(press('escape', first))]).toEqual([RUNS[3].key, RUNS[3].key]);
  });

  it('leaves nothing to be done where nothing has the words', () => {
    const none = press(`/ ${typed('nobody')} return`);
    for (const key of ['return', 't', 'y', 'down', 'd'])
      expect(press(key, none)).toMatchObject({ open: undefined, message: 'the list is empty' });
  });
});

describe('reduceBrowse(), opening', () => {
  const [folder] = RUNS.map(({ key }) => key);

  it('replays a finished run, a scenario, opens a lesson', () => {
    expect(press('return').open).toEqual(['replay', folder]);
    expect(press('2 down return').open).toEqual(['replay', 'cliff-walking']);
    expect(press('3 return').open).toEqual(['learn', 'policy']);
    expect(press(`3 : ${typed('open')} return`).open).toEqual(['learn', 'policy']);
  });

  it('goes on with a run that is not finished, and its key says so', () => {
    const unfinished = press('down down down');
    expect(press('return', unfinished).open).toEqual(['train', '--resume', RUNS[3].key]);
    expect(press('t', unfinished).open).toEqual(['train', '--resume', RUNS[3].key]);
    const brief = (state: BrowseState) => browseKeyboard(state, context).keys[0].brief;
    expect([brief(start), brief(unfinished), brief(press('3'))]).toEqual([
      'replay',
      'go on training',
      'open',
    ]);
  });

  it('trains a scenario, and a finished run anew only when t is pressed twice', () => {
    expect(press('2 t').open).toEqual(['train', 'coupon-trap']);
    expect(press('t')).toMatchObject({
      open: undefined,
      message: 'this run is finished; t again throws it away and trains it from the start',
    });
    expect(press('t down up t').open).toBeUndefined();
    expect(press('t t').open).toEqual(['train', 'coupon-trap', '--seed', '1', '--fresh']);
    expect(press('3 t').message).toBe('a lesson is not trained');
  });

  it('opens nothing that cannot be read', () => {
    const broken = press('down down down down');
    for (const key of ['return', 't', 'y', 'm'])
      expect(press(key, broken)).toMatchObject({ open: undefined, message: 'this run cannot be read' });
  });

  it('shows the command with y until y, esc or another key', () => {
    expect(press('y').command).toBe(true);
    for (const key of ['y', 'escape', 'down']) expect(press(`y ${key}`).command).toBe(false);
    expect(press('y escape').message).toBe('');
  });

  it('takes no more keys once something is opened', () => {
    expect(press('return down q')).toEqual(press('return'));
  });

  it('comes back to the same list, place, filter and mark', () => {
    const before = press(`m / ${typed('coupon')} return down`);
    const opened = press('return', before);
    expect(comeBack(opened, 'it is done')).toEqual({ ...before, message: 'it is done' });
  });

  it('quits with q and Ctrl-C', () => {
    expect(press('q').quit).toBe(true);
    expect(press('ctrl-c').quit).toBe(true);
    expect(press('/ a ctrl-c').quit).toBe(true);
  });
});

describe('reduceBrowse(), comparing', () => {
  const alike = someLists({ runs: [RUNS[0], RUNS[2], RUNS[1], RUNS[3]] });
  const within = { ...context, lists: alike };

  it('puts the marked run beside the chosen one', () => {
    expect(press('m down v', start, within).open).toEqual(['replay', RUNS[0].key, '--against', RUNS[2].key]);
    expect(press('m m').marked).toBeUndefined();
    expect(press('m down m').marked).toBe(RUNS[1].key);
  });

  it('says why it cannot', () => {
    expect(press('v').message).toBe('m marks one first');
    expect(press('m v').message).toBe('this is the marked run; choose another to compare it with');
    expect(press('m down down down v').message).toBe('this run is not finished; enter goes on with it');
    expect(press('m down down down down v').message).toBe('this run cannot be read; choose another');
    expect(press('down down down m up v').message).toBe(
      'the marked run is not finished; m marks this one instead',
    );
    expect(refusal('v', press('2'))).toBe('only runs are compared');
    expect(refusal('m', press('3'))).toBe('only runs are marked');
  });
});
