import { describe, expect, it } from 'vitest';
import { historyAfter, type TrainingHistory, untold } from '../../../../src/training/trainingHistory.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { textOf } from '../../../../src/ui/row.ts';
import { screenHelp } from '../../../../src/ui/screen/screenHelp.ts';
import { reduceTrain } from '../../../../src/ui/train/reduceTrain.ts';
import { trainContext } from '../../../../src/ui/train/trainContext.ts';
import { trainKeyboard } from '../../../../src/ui/train/trainKeys.ts';
import { OPENED, type TrainScreenEvent, type TrainState } from '../../../../src/ui/train/trainState.ts';
import { validatedAs } from '../../training/madeHistory.ts';
import { finished, goingBadly, goingWell } from './madeScreen.ts';

const SMALL = { columns: 80, rows: 24 };
const WIDE = { columns: 120, rows: 40 };

function send(
  event: TrainScreenEvent,
  state: TrainState,
  history: TrainingHistory,
  size = SMALL,
  canSave = true,
): TrainState {
  return reduceTrain(state, event, trainContext(state, { history, size, glyphs: 'unicode', canSave }));
}

function press(
  keys: string,
  { history = goingWell(), from = OPENED, size = SMALL, canSave = true } = {},
): TrainState {
  return keys
    .split(' ')
    .reduce((state, key) => send({ kind: 'key', key }, state, history, size, canSave), from);
}

const tick = (state: TrainState, history: TrainingHistory, milliseconds = 250) =>
  send({ kind: 'tick', milliseconds }, state, history);

describe('the clock of a training', () => {
  it('counts while it learns, not while it is paused, prepares or is over', () => {
    const history = goingWell();
    expect(tick(OPENED, history).running).toBe(250);
    expect(tick(tick(OPENED, history), history).running).toBe(500);
    expect(tick({ ...OPENED, paused: true }, history).running).toBe(0);
    expect(tick(OPENED, untold(history.setup)).running).toBe(0);
    expect(tick(OPENED, finished()).running).toBe(0);
  });

  it('gives the rate since it was opened, and what is left at it', () => {
    const { setup, episodes } = goingWell();
    const resumed = historyAfter(untold(setup), { kind: 'begun', earlier: episodes });
    const on = historyAfter(resumed, { kind: 'day', day: 12 * 180 + 18, figures: {} });
    const { pace } = trainContext(
      { ...OPENED, running: 9000 },
      { history: on, size: SMALL, glyphs: 'unicode', canSave: true },
    );
    // 18 days of 1,000 users in 9 seconds; 3,222 days to go, 162 in this episode.
    expect(pace).toMatchObject({ rate: 2000, elapsed: 9, left: 1611, untilEpisode: 81, done: 2_178_000 });
  });
});

describe('keys of a training', () => {
  it('pauses and goes on with space', () => {
    expect(press('space').paused).toBe(true);
    expect(press('space space').paused).toBe(false);
    expect(press(': p a u s e return').paused).toBe(true);
  });

  it('asks for an evaluation at the end of the present episode, once', () => {
    const asked = press('e');
    expect(asked).toMatchObject({
      evaluateAfter: 13,
      message: 'the greedy policy is played at the end of episode 13',
    });
    expect(press('e', { from: asked })).toMatchObject({
      evaluateAfter: 13,
      message: 'asked for: it is played at the end of episode 13',
    });
    expect(press('space e').message).toBe(
      'the greedy policy is played at the end of episode 13, once space lets it go on',
    );
  });

  it('asks anew once the evaluation was played', () => {
    const { setup: _, episodes } = goingWell();
    const metrics = { ...episodes[11], episode: 13 };
    const played = [
      { kind: 'episode', metrics } as const,
      { kind: 'evaluated', episode: 13, validated: validatedAs({ return: 12 }, undefined) } as const,
    ].reduce(historyAfter, goingWell());
    const later = press('e', { history: played, from: { ...OPENED, evaluateAfter: 13 } });
    expect(later.evaluateAfter).toBe(14);
  });

  it('tells which checkpoint is on disk and when the next one is written', () => {
    expect(press('c').message).toBe(
      'the checkpoint of episode 12 is on disk; the next one is written after episode 13',
    );
    expect(press('c', { from: { ...OPENED, running: 76_000 } }).message).toMatch(
      /after episode 13, in about 0:03$/,
    );
    const early = historyAfter(untold(goingWell().setup), { kind: 'begun', earlier: [] });
    expect(press('c', { history: early }).message).toBe('there is no checkpoint before episode 1 ends');
  });

  it('goes from panel to panel with tab, where they take turns', () => {
    expect(press('tab').panel).toBe('actions');
    expect(press('tab tab tab').panel).toBe('byStage');
    expect(press('tab tab tab tab').panel).toBe('alerts');
    expect(press('tab tab tab tab tab').panel).toBe('health');
    expect(press('tab', { size: WIDE })).toMatchObject({
      panel: 'health',
      message: 'all panels are on the screen',
    });
    const size = { columns: 100, rows: 30 };
    expect(press('tab', { size }).panel).toBe('byStage');
    expect(press('tab tab', { size }).panel).toBe('stages');
  });

  it('explains alerts, scrolls what it says, and says where there is nothing to say', () => {
    const history = goingBadly();
    expect(press('w', { history }).explaining).toBe(true);
    expect(press('w w', { history }).explaining).toBe(false);
    expect(press('w escape', { history }).explaining).toBe(false);
    expect(press('w down down up', { history }).explainingTop).toBe(1);
    const end = press('w pagedown pagedown pagedown pagedown pagedown pagedown pagedown', { history });
    expect(end.message).toBe('this is the end');
    expect(press('up', { history, from: end }).explainingTop).toBe(end.explainingTop - 1);
    expect(press('w up', { history }).message).toBe('this is the top');
    expect(press('w down').message).toBe('all of it is on the screen');
    expect(press('down', { history }).message).toBe('w shows what the alerts mean, which these keys scroll');
    const calm = untold(history.setup);
    expect(press('w', { history: calm })).toMatchObject({
      explaining: false,
      message: 'there are no alerts to explain so far',
    });
  });

  it('replays what is finished, and says why not before', () => {
    expect(press('r')).toMatchObject({
      quit: false,
      message: 'a run can be replayed when its training is finished',
    });
    expect(press('r', { history: finished() })).toMatchObject({ quit: true, next: 'replay' });
  });

  it('has nothing to pause, evaluate or save in a training that is over', () => {
    for (const key of ['space', 'e', 'c'])
      expect(press(key, { history: finished() }).message).toBe('the training is finished');
    const last = historyAfter(goingWell(), { kind: 'playing', users: 'held-out' });
    expect(press('e', { history: last }).message).toBe('all is learned; the held-out users are being played');
  });

  it('saves the screen where somebody can', () => {
    expect(press('s').saving).toBe(true);
    expect(press('s', { canSave: false })).toMatchObject({
      saving: false,
      message: 'there is nowhere to save to',
    });
    const saved = send({ kind: 'saved', message: 'saved here.svg' }, press('s'), goingWell());
    expect(saved).toMatchObject({ saving: false, message: 'saved here.svg' });
  });

  it('quits after the present episode with S, and says so where there is none', () => {
    const message = 'quits when episode 13 is finished and written; q quits at once';
    expect(press('S')).toMatchObject({ quit: false, quitAfter: 13, message });
    expect(press('space S')).toMatchObject({ paused: false, quitAfter: 13 });
    expect(press(': s a v e + q u i t return').quitAfter).toBe(13);
    const early = untold(goingWell().setup);
    expect(press('S', { history: early })).toMatchObject({
      quitAfter: undefined,
      message: 'no episode has begun yet; q quits',
    });
    expect(press('S', { history: finished() }).message).toBe('the training is finished');
  });

  it('quits', () => {
    expect(press('q')).toMatchObject({ quit: true, next: 'nothing' });
    expect(press('ctrl-c').quit).toBe(true);
  });

  it('are each told of in help, in one line of 80 columns', () => {
    const room = { width: 80, glyphs: glyphsOf('unicode') };
    const context = trainContext(OPENED, {
      history: goingBadly(),
      size: SMALL,
      glyphs: 'unicode',
      canSave: true,
    });
    const help = screenHelp(trainKeyboard, OPENED, context, room, 30).map(textOf);
    for (const { about } of trainKeyboard.keys)
      if (about !== undefined)
        expect(
          help.some((line) => line.includes(about)),
          about,
        ).toBe(true);
  });
});
