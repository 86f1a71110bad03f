import type { Output } from './output.ts';

const BAR = 30;
const MIN_REDRAW_MS = 100;

/** Shows how far a long job is: a bar with rate and ETA on a terminal, a line per ten per cent elsewhere. */
export interface ProgressBar {
  /** @param part done so far, 0 to 1 */
  update(part: number, remark?: string): void;
  /** clears the bar */
  end(): void;
}

/** @param title what is being done */
export function progressBar(output: Output, title: string): ProgressBar {
  const begun = performance.now();
  let drawnAt = -Infinity;
  let tenths = 0;
  let remarked = '';
  const line = (part: number) => {
    const elapsed = (performance.now() - begun) / 1000;
    const left = part > 0 ? (elapsed * (1 - part)) / part : Number.NaN;
    const eta = part > 0.02 ? `ETA ${clock(left)}` : 'ETA –';
    return `${title}  ${String(Math.floor(part * 100)).padStart(3)}%  ${clock(elapsed)} elapsed  ${eta}  ${remarked}`;
  };
  return {
    update(part, remark) {
      remarked = remark ?? remarked;
      if (output.interactive) {
        if (performance.now() - drawnAt < MIN_REDRAW_MS && part < 1) return;
        drawnAt = performance.now();
        const full = Math.round(part * BAR);
        const text = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${line(part)}`;
        process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      } else if (Math.floor(part * 10) > tenths) {
        tenths = Math.floor(part * 10);
        output.note(line(part).trimEnd());
      }
    },
    end() {
      if (output.interactive) process.stderr.write('\r\u001b[K');
    },
  };
}

/** Seconds as m:ss or h:mm:ss. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
