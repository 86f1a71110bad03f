/** A stack of dense layers; the same description makes the same network on every engine. */
export interface NetworkDescription {
  /** columns of an input row */
  readonly inputs: number;
  /** units of each hidden layer, first one first; none: a linear model */
  readonly hidden: readonly number[];
  /** of the hidden layers; the last layer is linear */
  readonly activation: 'relu' | 'tanh';
  /** columns of an output row */
  readonly outputs: number;
  /** size of the last layer's first weights: 1 as in the others, 0.01 for a policy that begins nearly uniform */
  readonly outputGain: number;
}

/** One dense layer: outputs = activation(inputs · weights + biases). */
export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: 'relu' | 'tanh' | 'linear';
}

/** The layers of a description, the linear one last. */
export function layersOf({ inputs, hidden, activation, outputs }: NetworkDescription): LayerShape[] {
  const widths = [inputs, ...hidden, outputs];
  return widths.slice(1).map((width, k) => ({
    inputs: widths[k],
    outputs: width,
    activation: k < hidden.length ? activation : 'linear',
  }));
}

/** How many weights and biases a network has. */
export function parameterCount(description: NetworkDescription): number {
  return layersOf(description).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
}
