import type { PopulationSnapshot } from '../../environments/population/populationSnapshot.ts';
import { joinDifferences } from './joinDifferences.ts';
import { applyDifference, mostPacked, packDifference } from './packedDifference.ts';

/** An evening that can be come back to. */
interface Kept {
  /** all but the bytes */
  readonly snapshot: Omit<PopulationSnapshot, 'bytes'>;
  /** work of living from birth up to it */
  readonly work: number;
  /** from the bytes of the evening kept before it, of the first one from nothing but zeros */
  difference: Uint32Array;
}

/** How much is kept. */
export interface Keeping {
  /** that all differences together may have */
  readonly mostBytes: number;
  /** work from one evening to the next at least */
  readonly closest: number;
}

/**
 * Evenings to come back to, in order of day: as close together as memory allows, measured in the work of living again
 * from one to the next. Birth is not among them, as it can be had anew.
 *
 * As in a film, each is held as its difference from the one before: little changes in a few days, and nothing for who
 * has left. One of them is held in full, and is taken along from one to the next.
 */
export class KeptSnapshots {
  readonly #mostBytes: number;
  readonly #kept: Kept[] = [];
  #packedBytes = 0;
  #distance: number;
  /** the bytes of one of the evenings, or zeros */
  #frame: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  /** to pack in, as taking memory anew takes longer than packing */
  #room = new Uint32Array(0);
  /** which one; −1: zeros */
  #at = -1;

  constructor({ mostBytes, closest }: Keeping) {
    this.#mostBytes = mostBytes;
    this.#distance = closest;
  }

  /** Days of the evenings kept. */
  get days(): number[] {
    return this.#kept.map(({ snapshot }) => snapshot.day);
  }

  /** Whether an evening is far enough from the last one kept; `work`: from birth up to it. */
  wants(work: number): boolean {
    return work - (this.#kept.at(-1)?.work ?? 0) >= this.#distance;
  }

  /**
   * Keeps an evening later than all others; where there is too much, the ones go that are missed least. It is work in
   * pieces, to be done to the end before anything else is asked.
   *
   * @param snapshot its bytes may change afterwards
   */
  *keep({ bytes, ...snapshot }: PopulationSnapshot, work: number): Generator<undefined, void> {
    const words = new Uint32Array(bytes);
    if (this.#frame.length === 0) this.#make(words.length);
    this.#moveTo(this.#kept.length - 1);
    const kept = { snapshot, work, difference: yield* packDifference(this.#frame, words, this.#room) };
    this.#kept.push(kept);
    this.#packedBytes += bytesOf(kept);
    this.#at = this.#kept.length - 1;
    while (this.#packedBytes > this.#mostBytes) yield* this.#dropOne();
  }

  /** The day of the last evening kept that is not after `day`; 0, birth, where there is none. */
  nearestDay(day: number): number {
    return this.#kept[this.#nearest(day)]?.snapshot.day ?? 0;
  }

  /** The last evening kept that is not after `day`, valid until asked again; undefined where there is none. */
  nearest(day: number): PopulationSnapshot | undefined {
    const index = this.#nearest(day);
    if (index < 0) return undefined;
    this.#moveTo(index);
    return { ...this.#kept[index].snapshot, bytes: this.#frame.buffer };
  }

  #make(words: number): void {
    this.#frame = new Uint32Array(words);
    this.#room = new Uint32Array(mostPacked(words));
  }

  #nearest(day: number): number {
    return this.#kept.findLastIndex(({ snapshot }) => snapshot.day <= day);
  }

  /** Takes the frame to another evening, from where it is or from zeros, whichever is nearer. */
  #moveTo(index: number): void {
    if (index + 1 < Math.abs(index - this.#at)) {
      this.#frame.fill(0);
      this.#at = -1;
    }
    for (; this.#at < index; this.#at++) applyDifference(this.#kept[this.#at + 1].difference, this.#frame);
    for (; this.#at > index; this.#at--) applyDifference(this.#kept[this.#at].difference, this.#frame);
  }

  /** From then on, evenings are as far from each other as the two between which one was dropped. */
  *#dropOne(): Generator<undefined, void> {
    const gaps = this.#kept.slice(1).map(({ work }, k) => work - (this.#kept[k - 1]?.work ?? 0));
    const gap = Math.min(...gaps);
    const index = Math.max(gaps.indexOf(gap), 0);
    this.#moveTo(this.#at === index ? index - 1 : this.#at);
    const [dropped] = this.#kept.splice(index, 1);
    if (this.#at > index) this.#at--;
    this.#packedBytes -= bytesOf(dropped);
    this.#distance = Math.max(this.#distance, gap);
    yield* this.#join(dropped, this.#kept[index]);
  }

  /** The evening after a dropped one takes over its difference. */
  *#join({ difference }: Kept, next: Kept | undefined): Generator<undefined, void> {
    if (!next) return;
    this.#packedBytes -= bytesOf(next);
    next.difference = yield* joinDifferences(difference, next.difference);
    this.#packedBytes += bytesOf(next);
  }
}

function bytesOf({ snapshot: { groups }, difference }: Kept): number {
  return difference.byteLength + (groups?.byteLength ?? 0);
}
