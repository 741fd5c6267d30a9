/** Quarters as times. */

/** The time in the middle of a quarter, which stands for the quarter as a whole number stands for a year. */
export const midQuarter = (year: number, quarter: number): number => year + (2 * quarter - 1) / 8

/** '2027Q4' of the time in its middle; undefined for other times. */
export const quarterOf = (time: number): string | undefined => {
  const eighths = 8 * (time - Math.floor(time))
  return time >= 1000 && time < 10_000 && eighths % 2 === 1 ? `${Math.floor(time)}Q${(eighths + 1) / 2}` : undefined
}
