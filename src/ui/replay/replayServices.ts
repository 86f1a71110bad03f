import type { ForkChoice } from '../../replay/forks/forkChoice.ts';
import type { KeptSearch, NotSearched } from '../../replay/kept/keptSearch.ts';
import type { WhoLeft } from '../../replay/kept/leavers.ts';
import type { Mark } from '../../replay/marks.ts';
import type { Pair } from '../../replay/pair.ts';
import type { Patience } from '../../replay/patiently.ts';
import type { CompareWords } from '../compare/compareView.ts';
import type { SavePicture } from '../picture/savePicture.ts';
import type { Baseline } from './panels/mixRows.ts';
import type { AdviceOf } from './personOf.ts';

/** What a replay's screen cannot do by itself, as it takes a policy or files. */
export interface ReplayServices {
  /** loads the policy, to be asked what it thinks; undefined where it cannot tell */
  readonly advisor?: () => Promise<AdviceOf | undefined>;
  /** days that came otherwise than the policy expected; undefined where it expects nothing */
  readonly surprises?: (signal: AbortSignal) => Promise<readonly Mark[]>;
  /** lives the same population with something else done from a day on */
  readonly fork?: (choice: ForkChoice, signal: AbortSignal) => Promise<OtherFuture>;
  /** lives the same population under another policy, by its name, to be looked at on a day */
  readonly against?: (policy: string, day: number, signal: AbortSignal) => Promise<OtherFuture>;
  /** tries what would have kept those who left */
  readonly kept?: (who: WhoLeft, patience: Patience) => Promise<KeptSearch | NotSearched>;
  /** what the first rule of the scenario does with the same people */
  readonly baseline?: (signal: AbortSignal) => Promise<Baseline>;
  /** puts a text on the clipboard, where the terminal allows it */
  readonly copy?: (text: string) => void;
  /** keeps a screen as a picture and as text */
  readonly save?: SavePicture;
}

/** The command that prints the view of a day and a user, and of whom a filter lets through; or who could have been kept. */
export type ViewCommand = (day: number, user: number, filter: string | undefined, kept?: WhoLeft) => string;

/** What happened beside what would have. */
export interface OtherFuture extends CompareWords {
  readonly pair: Pair;
  /** where to look first; `user` undefined: at everyone */
  readonly day: number;
  readonly user: number | undefined;
  /** prints the comparison */
  readonly command: (day: number, user: number | undefined) => string;
}
