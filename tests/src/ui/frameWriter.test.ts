import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameWriter } from '../../../src/ui/frameWriter.ts';
import { FakeOutput, screenOf } from './fakeTerminal.ts';

const frame = (...lines: string[]) => lines;

describe('FrameWriter', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([true, false])('shows each frame as it is, absolute %s', (absolute) => {
    const output = new FakeOutput(20, 10);
    const writer = new FrameWriter(output.asStream(), absolute);
    for (const lines of [['a', 'b', 'c'], ['a', 'B', 'c'], ['a'], ['x', 'y', 'z', 'w']]) {
      writer.write(frame(...lines));
      vi.advanceTimersByTime(100);
      expect(screenOf(output.written, 10).slice(0, 5)).toEqual([...lines, '', '', '', ''].slice(0, 5));
    }
  });

  it('writes only the lines that changed', () => {
    const output = new FakeOutput(20, 10);
    const writer = new FrameWriter(output.asStream(), true);
    writer.write(frame('alpha', 'beta', 'gamma'));
    vi.advanceTimersByTime(100);
    output.written = '';
    writer.write(frame('alpha', 'BETA', 'gamma'));
    expect(output.written).toContain('BETA');
    expect(output.written).not.toMatch(/alpha|gamma/);
  });

  it('draws at most 15 frames a second, and the last one always', () => {
    const output = new FakeOutput(20, 10);
    const writer = new FrameWriter(output.asStream(), true);
    for (let ms = 0; ms < 1000; ms += 5) {
      writer.write([`frame ${ms}`]);
      vi.advanceTimersByTime(5);
    }
    vi.advanceTimersByTime(100);
    expect(output.written.match(/frame \d+/g)?.length).toBeLessThanOrEqual(16);
    expect(screenOf(output.written, 10)[0]).toBe('frame 995');
  });

  it('hardly puts off a frame because the one before it came late', () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    const output = new FakeOutput(20, 10);
    const writer = new FrameWriter(output.asStream(), true);
    const draws = (text: string, after: number) => {
      writer.write([text]);
      vi.advanceTimersByTime(after - 1);
      expect(output.written).not.toContain(text);
      vi.advanceTimersByTime(1);
      expect(output.written).toContain(text);
    };
    writer.write(['first']);
    // Each is noticed late: by 13 milliseconds, then by far more than a frame takes.
    now = 80;
    draws('second', 67);
    now = 500;
    draws('third', 134 - 80);
    draws('fourth', 33);
    clock.mockRestore();
  });

  it('draws everything anew once it is told to forget', () => {
    const output = new FakeOutput(20, 10);
    const writer = new FrameWriter(output.asStream(), true);
    writer.write(frame('alpha', 'beta'));
    vi.advanceTimersByTime(100);
    output.written = '';
    writer.forget();
    writer.write(frame('alpha', 'beta'));
    expect(output.written).toMatch(/alpha.*beta/s);
  });

  it('shows what is waiting when it ends, and nothing later', () => {
    const output = new FakeOutput(20, 10);
    const writer = new FrameWriter(output.asStream(), true);
    writer.write(['one']);
    writer.write(['two']);
    writer.end();
    writer.write(['three']);
    vi.advanceTimersByTime(1000);
    expect(screenOf(output.written, 10)[0]).toBe('two');
    expect(vi.getTimerCount()).toBe(0);
  });
});
