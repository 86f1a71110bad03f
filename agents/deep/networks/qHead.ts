/** How a row of outputs becomes the values of actions. */
export interface QHead {
  /** number of actions */
  readonly actions: number;
  /** the outputs are advantages and, last, a state value: Q(s, a) = V(s) + A(s, a) − mean A(s, ·) */
  readonly duelling: boolean;
  /** outputs per row */
  readonly width: number;
}

/** Source of the duelling form: Wang et al. (2016), equation 9. */
export function qHead(actions: number, duelling: boolean): QHead {
  return { actions, duelling, width: duelling ? actions + 1 : actions };
}

/** Writes a row's action values. */
export function actionValues(
  { actions, duelling }: QHead,
  outputs: Float32Array,
  at: number,
  into: Float64Array,
): void {
  let shift = 0;
  if (duelling) {
    for (let a = 0; a < actions; a++) shift -= outputs[at + a];
    shift = shift / actions + outputs[at + actions];
  }
  for (let a = 0; a < actions; a++) into[a] = outputs[at + a] + shift;
}
