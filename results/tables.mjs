// What the tables of results/README.md have in common.

/** A number with a real minus sign. */
export function number(value, digits = 2) {
  return value.toFixed(digits).replace('-', '−');
}

/** Mean and interval. */
export function interval({ mean, low, high }, scale = 1, digits = 2) {
  return `${number(mean * scale, digits)} [${number(low * scale, digits)}, ${number(high * scale, digits)}]`;
}

export function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** The difference between two policies in their return, as a comparison has it. */
export function difference({ differences }, a, b) {
  return differences.find((d) => d.a === a && d.b === b && d.metric === 'return');
}

/** The policy with the highest mean return among those that are not learned. */
export function bestRule({ policies }, agents) {
  const rules = policies.filter(({ name }) => !agents.includes(name));
  return rules.reduce((a, b) => (b.metrics.return.mean > a.metrics.return.mean ? b : a)).name;
}
