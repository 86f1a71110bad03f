import { clockText } from '../ui/clockText.ts';
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
    const eta = part > 0.02 ? `ETA ${clockText(left)}` : 'ETA –';
    return `${title}  ${String(Math.floor(part * 100)).padStart(3)}%  ${clockText(elapsed)} elapsed  ${eta}  ${remarked}`;
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
