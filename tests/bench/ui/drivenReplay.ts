import { setTimeout } from 'node:timers/promises';
import type { Replay } from '../../../src/replay/replay.ts';
import { FrameWriter } from '../../../src/ui/frameWriter.ts';
import { FakeInput, FakeOutput } from '../../src/ui/fakeTerminal.ts';
import { bytesOf } from '../../terminal/keys.ts';

/** After so many milliseconds without one, the next frame is written at once. */
const REST = 100;

/** Milliseconds after which somebody who does not wait presses the next key. */
const SOON = 150;

/** A terminal's output side that counts what it is given, and when. */
class CountingOutput extends FakeOutput {
  readonly times: number[] = [];
  bytes = 0;

  override write(text: string): boolean {
    this.times.push(performance.now());
    this.bytes += Buffer.byteLength(text);
    return true;
  }
}

/** The screen of a replay on a terminal that shows nothing, for its keys to be pressed and its frames to be counted. */
export class DrivenReplay {
  readonly #output: CountingOutput;
  readonly #input = new FakeInput();
  #over: Promise<unknown> = Promise.resolve();

  constructor(columns: number, rows: number) {
    this.#output = new CountingOutput(columns, rows);
  }

  /** Draws the first frame. @returns milliseconds until it was written */
  async open(replay: Replay): Promise<number> {
    const { mountReplay } = await import('../../../src/ui/replay/mountReplay.tsx');
    const writer = new FrameWriter(this.#output.asStream(), true);
    const props = {
      replay,
      day: 0,
      user: 0,
      glyphs: 'unicode',
      command: () => '',
      filter: undefined,
      services: {},
      onMove: () => {},
    } as const;
    const streams = { stdin: this.#input.asStream(), stdout: this.#output.asStream(), writer };
    return this.#untilFrame(() => {
      this.#over = mountReplay(props, streams).finally(() => writer.end());
    });
  }

  /** Times at which frames were written. */
  get times(): readonly number[] {
    return this.#output.times;
  }

  /** Presses keys without waiting for what comes of them. */
  press(keys: string): void {
    for (const bytes of bytesOf(keys)) this.#input.type(bytes);
  }

  /** Presses a key after some rest. @returns milliseconds until its frame was written, and the bytes of it */
  async answerTo(key: string): Promise<{ readonly time: number; readonly bytes: number }> {
    await this.rest();
    const before = this.#output.bytes;
    const time = await this.#untilFrame(() => this.press(key));
    return { time, bytes: this.#output.bytes - before };
  }

  /** Presses a key soon, whatever is being computed then. @returns milliseconds from then until its frame was written */
  async answerMeanwhile(key: string): Promise<number> {
    const due = performance.now() + SOON;
    await setTimeout(SOON);
    const late = performance.now() - due;
    return late + (await this.#untilFrame(() => this.press(key)));
  }

  /** Waits until nothing has been written for a while. */
  async rest(): Promise<void> {
    for (let before = -1; before !== this.times.length; ) {
      before = this.times.length;
      await setTimeout(REST);
    }
  }

  async close(): Promise<void> {
    this.press('ctrl-c');
    await this.#over;
  }

  async #untilFrame(act: () => void): Promise<number> {
    const [frames, start] = [this.times.length, performance.now()];
    act();
    while (this.times.length === frames) await setTimeout(1);
    return this.times[frames] - start;
  }
}
