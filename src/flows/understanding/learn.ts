/**
 * A small linear model: from features to classes, learned when the reader is built.
 *
 * Deterministic: no chance, examples are visited in the order given, so the same content always
 * yields the same readings.
 */

export type Features = ReadonlyMap<string, number>;

export interface Example {
  readonly label: string;
  readonly features: Features;
}

export interface Pace {
  /** How often every example is visited. */
  readonly passes: number;
  /** Keeps weights small: the more, the less a single phrase is believed. */
  readonly decay: number;
}

export interface Model {
  readonly labels: readonly string[];
  /** Probabilities in the order of `labels`. */
  readonly probabilities: (features: Features) => Float64Array;
}

const rate = 0.1;

/** Learns one class per label by stochastic gradient descent on the logistic loss (AdaGrad). */
export function learn(examples: readonly Example[], { passes, decay }: Pace): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const width = labels.length;
  const columns = new Map<string, number>();
  const rows = examples.map(({ label, features }) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [feature, amount] of features) {
      let column = columns.get(feature);
      if (column === undefined) {
        column = columns.size;
        columns.set(feature, column);
      }
      at.push(column);
      value.push(amount);
    }
    return {
      label: labels.indexOf(label),
      at: Int32Array.from(at),
      value: Float64Array.from(value),
    };
  });
  const weights = new Float64Array(columns.size * width);
  const squares = new Float64Array(columns.size * width).fill(1e-2);
  const bias = new Float64Array(width);
  const counts = new Float64Array(width);
  for (const { label } of rows) counts[label] = (counts[label] ?? 0) + 1;

  const scores = new Float64Array(width);
  for (let pass = 0; pass < passes; pass += 1) {
    // A fixed stride visits classes in turn although examples lie grouped.
    for (let step = 0; step < rows.length; step += 1) {
      const row = rows[(step * 7919 + pass * 31) % rows.length];
      if (row === undefined) continue;
      scores.set(bias);
      for (let index = 0; index < row.at.length; index += 1) {
        const amount = row.value[index] ?? 0;
        const base = (row.at[index] ?? 0) * width;
        for (let k = 0; k < width; k += 1)
          scores[k] = (scores[k] ?? 0) + amount * (weights[base + k] ?? 0);
      }
      softmax(scores);
      const balance = Math.sqrt(rows.length / width / (counts[row.label] ?? 1));
      for (let k = 0; k < width; k += 1) {
        const error = ((k === row.label ? 1 : 0) - (scores[k] ?? 0)) * balance;
        scores[k] = error;
        bias[k] = (bias[k] ?? 0) + 0.02 * error;
      }
      for (let index = 0; index < row.at.length; index += 1) {
        const amount = row.value[index] ?? 0;
        const base = (row.at[index] ?? 0) * width;
        for (let k = 0; k < width; k += 1) {
          const slope = amount * (scores[k] ?? 0) - decay * (weights[base + k] ?? 0);
          const square = (squares[base + k] ?? 0) + slope * slope;
          squares[base + k] = square;
          weights[base + k] = (weights[base + k] ?? 0) + (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }

  return {
    labels,
    probabilities: (features) => {
      const out = new Float64Array(bias);
      for (const [feature, amount] of features) {
        const column = columns.get(feature);
        if (column === undefined) continue;
        const base = column * width;
        for (let k = 0; k < width; k += 1)
          out[k] = (out[k] ?? 0) + amount * (weights[base + k] ?? 0);
      }
      softmax(out);
      return out;
    },
  };
}

function softmax(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const value = Math.exp((scores[k] ?? 0) - top);
    scores[k] = value;
    sum += value;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
}
