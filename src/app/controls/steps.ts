/** The grid on which sliders move: round steps without rounding errors of binary fractions. */

/** A hundred steps or so, each a round number. */
export const stepOf = ([low, high]: readonly [number, number]): number => {
  const raw = (high - low) / 100
  const power = 10 ** Math.floor(Math.log10(raw))
  const round = [1, 2, 5, 10].find(one => one * power >= raw * 0.999) ?? 10
  return round * power
}

/** Digits after the point that show a step. */
export const stepDigits = (step: number): number => Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))

/** Digits that show steps, and what is in force without rounding it away: at most three. */
export const shownDigits = (step: number, standard: number): number => {
  const least = stepDigits(step)
  for (let digits = least; digits < 3; digits++)
    if (Math.abs(Number(standard.toFixed(digits)) - standard) < 1e-9) return digits
  return Math.max(least, 3)
}

/** Digits that tell a moved value from the standard, up to four. */
export const tellingDigits = (value: number, standard: number, digits: number): number => {
  for (let enough = digits; enough < 4; enough++)
    if (value === standard || value.toFixed(enough) !== standard.toFixed(enough)) return enough
  return 4
}

/** On the grid of steps, and free of the dust of binary fractions. */
export const onGrid = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(stepDigits(step) + 1))
