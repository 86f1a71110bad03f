import type { PopulationSnapshot } from '../../environments/population/populationSnapshot.ts';

/** A snapshot with the work of living from birth up to it. */
interface Kept {
  readonly snapshot: PopulationSnapshot;
  readonly work: number;
}

/** Work between snapshots that takes a few milliseconds: no use in having them closer. */
const CLOSEST = 20_000;

/**
 * Evenings to come back to, in order of day: as close together as memory allows, measured in the work of living again
 * from one to the next. Birth is not among them, as it can be had anew. The unit of work is one day of one user.
 */
export class KeptSnapshots {
  readonly #mostBytes: number;
  readonly #kept: Kept[] = [];
  #bytes = 0;
  /** work from one snapshot to the next */
  #distance = CLOSEST;

  /** @param mostBytes that all snapshots together may have */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Days of the evenings kept. */
  get days(): number[] {
    return this.#kept.map(({ snapshot }) => snapshot.day);
  }

  /** Whether an evening is far enough from the last one kept; `work`: from birth up to it. */
  wants(work: number): boolean {
    return work - (this.#kept.at(-1)?.work ?? 0) >= this.#distance;
  }

  /** Keeps an evening later than all others; where there are too many, the one goes that is missed least. */
  keep(snapshot: PopulationSnapshot, work: number): void {
    this.#kept.push({ snapshot, work });
    this.#bytes += bytesOf(snapshot);
    while (this.#bytes > this.#mostBytes) this.#dropOne();
  }

  /** The last evening kept that is not after `day`; undefined where there is none but birth. */
  nearest(day: number): PopulationSnapshot | undefined {
    return this.#kept.findLast(({ snapshot }) => snapshot.day <= day)?.snapshot;
  }

  /** From then on, evenings are as far from each other as the two between which one was dropped. */
  #dropOne(): void {
    const gaps = this.#kept.slice(1).map(({ work }, k) => work - (this.#kept[k - 1]?.work ?? 0));
    const gap = Math.min(...gaps);
    const [{ snapshot }] = this.#kept.splice(Math.max(gaps.indexOf(gap), 0), 1);
    this.#bytes -= bytesOf(snapshot);
    this.#distance = Math.max(this.#distance, gap);
  }
}

function bytesOf({ bytes, groups }: PopulationSnapshot): number {
  return bytes.byteLength + (groups?.byteLength ?? 0);
}
