/** The figures that agents report, in the order in which they are shown; others come after them by their own names. */
const LABELS: Readonly<Record<string, string>> = {
  tdError: 'TD error',
  loss: 'loss',
  valueLoss: 'value loss',
  policyLoss: 'policy loss',
  qMean: 'Q mean',
  qMax: 'Q max',
  entropy: 'entropy',
  gradientNorm: 'gradient',
  valueGradientNorm: 'value grad.',
  policyGradientNorm: 'policy grad.',
  explainedVariance: 'explained',
  kl: 'KL',
  clipFraction: 'clipped',
  epsilon: 'epsilon',
  price: 'price',
};

/** How a figure is called on the screen. */
export function figureLabel(name: string): string {
  return Object.hasOwn(LABELS, name) ? LABELS[name] : name;
}

/** Names of figures in the order in which they are shown. */
export function inOrder(names: readonly string[]): string[] {
  const order = Object.keys(LABELS);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...new Set(names)].sort((a, b) => place(a) - place(b));
}
