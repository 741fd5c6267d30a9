/** Cosine and sine of angles of a few turns, with the same bits on every machine, which those of `Math` need not have. */

/** A quarter of a turn: its first 33 bits, so that a few of them are exact, and what it has beyond. */
const QUARTER = 1.57079632673412561417
const QUARTER_REST = 6.07710050650619224932e-11

/** Taylor's series up to an eighth of a turn either side: the first term left out is below 1e-17. */
const SINE = [1, -6, 120, -5040, 362880, -39916800, 6227020800, -1307674368000, 355687428096000]
const COSINE = [1, -2, 24, -720, 40320, -3628800, 479001600, -87178291200, 20922789888000]

const series = (inverses: readonly number[], square: number): number => {
  let sum = 0
  for (let at = inverses.length - 1; at >= 0; at--) sum = sum * square + 1 / inverses[at]
  return sum
}

/** Good to about 2e-16 for angles (in radians) of up to ten turns. */
export function pointOnCircle(angle: number): { readonly cosine: number; readonly sine: number } {
  const quarters = Math.round(angle / QUARTER)
  const rest = angle - quarters * QUARTER - quarters * QUARTER_REST
  const square = rest * rest
  const sine = rest * series(SINE, square)
  const cosine = series(COSINE, square)
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return { cosine, sine }
    case 1:
      return { cosine: -sine, sine: cosine }
    case 2:
      return { cosine: -cosine, sine: -sine }
    default:
      return { cosine: sine, sine: -cosine }
  }
}
