/** Time on the page: quarters, as a calendar time at which they open, and the years that axes and tables show. */

/** Length of the step in which the cursor and the keys move. */
export const quarter = 0.25

export const quarterAt = (time: number): number => Math.floor(time / quarter) * quarter

export const lastQuarter = (year: number): number => year + 1 - quarter

/** The year whose values are shown until the reader picks another. */
export const shownYear = 2035

/** Whole multiples of a number of years after `from`, before `end`. */
export const everyYears = (years: number, from: number, end: number): number[] => {
  const first = Math.ceil(from / years) * years
  return Array.from({ length: Math.max(0, Math.ceil((end - first) / years)) }, (_, at) => first + at * years)
}
