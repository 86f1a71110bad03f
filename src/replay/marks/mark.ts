/** A day that is worth looking at. */
export interface Mark {
  readonly day: number;
  readonly kind: 'churn' | 'policy' | 'budget' | 'surprise';
  /** by which marks of one kind can be compared: the larger, the more remarkable */
  readonly strength: number;
  /** what happened, for people: "38 left, usually 9" */
  readonly about: string;
}
