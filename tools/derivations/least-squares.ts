/** Ordinary least squares with standard errors, and panels of provinces by year, for the derivations of this folder. */

interface Coefficient {
  readonly name: string
  readonly value: number
  readonly error: number
}

export interface Regression {
  readonly label: string
  readonly observations: number
  readonly fit: number
  readonly estimates: readonly Coefficient[]
}

/** The inverse of a symmetric positive definite matrix, by Gauss-Jordan elimination. */
const inverse = (matrix: ReadonlyArray<readonly number[]>): number[][] => {
  const size = matrix.length
  const rows = matrix.map((row, at) => [...row, ...row.map((_, other) => (other === at ? 1 : 0))])
  for (let at = 0; at < size; at++) {
    const pivot = rows[at][at]
    if (!(Math.abs(pivot) > 1e-12)) throw new Error('The regressors are not independent.')
    rows[at] = rows[at].map(value => value / pivot)
    for (let other = 0; other < size; other++) {
      if (other === at) continue
      const factor = rows[other][at]
      rows[other] = rows[other].map((value, column) => value - factor * rows[at][column])
    }
  }
  return rows.map(row => row.slice(size))
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + value * b[at], 0)

/** Regresses `left` on `right`; only the first `names.length` coefficients are reported, the others are effects. */
export const leastSquares = (
  label: string,
  names: readonly string[],
  left: readonly number[],
  right: ReadonlyArray<readonly number[]>,
): Regression => {
  const columns = right[0].map((_, at) => right.map(row => row[at]))
  const crossed = inverse(columns.map(one => columns.map(other => dot(one, other))))
  const moments = columns.map(column => dot(column, left))
  const coefficients = crossed.map(row => dot(row, moments))
  const residuals = left.map((value, at) => value - dot(right[at], coefficients))
  const variance = dot(residuals, residuals) / (left.length - columns.length)
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length
  const total = left.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    label,
    observations: left.length,
    fit: 1 - dot(residuals, residuals) / total,
    estimates: names.map((name, at) => ({
      name,
      value: coefficients[at],
      error: Math.sqrt(variance * crossed[at][at]),
    })),
  }
}

/** A figure of an area in a year; undefined where there is none. */
export type Finder = (area: string, year: number) => number | undefined

interface PanelRow {
  readonly area: string
  readonly year: number
  readonly values: readonly number[]
}

/** Years of areas in which all figures are known. */
const rowsOf = (areas: readonly string[], years: readonly number[], finders: readonly Finder[]): PanelRow[] =>
  areas.flatMap(area =>
    years.flatMap(year => {
      const values = finders.map(find => find(area, year))
      return values.some(value => value === undefined) ? [] : [{ area, year, values: values as number[] }]
    }),
  )

/** A panel with an effect for each area (or one constant) and, if asked, for each year; years without a figure are left out. */
export const panel = (
  label: string,
  areas: readonly string[],
  years: readonly number[],
  left: Finder,
  right: Readonly<Record<string, Finder>>,
  yearEffects: boolean,
  areaEffects = true,
): Regression => {
  const names = Object.keys(right)
  const rows = rowsOf(areas, years, [left, ...Object.values(right)])
  const seen = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b).slice(1)
  return leastSquares(
    label,
    names,
    rows.map(({ values }) => values[0]),
    rows.map(({ area, year, values }) => [
      ...values.slice(1),
      ...(areaEffects ? areas.map(one => Number(one === area)) : [1]),
      ...(yearEffects ? seen.map(one => Number(one === year)) : []),
    ]),
  )
}

export const printed = ({ label, observations, fit, estimates }: Regression): string =>
  `${label}: n ${observations}, R2 ${fit.toFixed(2)}; ${estimates
    .map(({ name, value, error }) => `${name} ${value.toFixed(3)} (${error.toFixed(3)})`)
    .join(', ')}`

/** A coefficient among areas: the mean, its standard error, and the deviation of the areas from it. */
export interface Among extends Coefficient {
  readonly spread: number
}

/** Fewer years of an area say nothing of it. */
const leastYears = 8

/**
 * A regression in each area by itself, with what all areas share in a year taken out if asked, and the mean and spread
 * of its coefficients among the areas (random effects: DerSimonian and Laird 1986, doi.org/10.1016/0197-2456(86)90046-2).
 */
export const amongAreas = (
  areas: readonly string[],
  years: readonly number[],
  left: Finder,
  right: Readonly<Record<string, Finder>>,
  yearEffects: boolean,
): { readonly areas: number; readonly estimates: readonly Among[] } => {
  const all = rowsOf(areas, years, [left, ...Object.values(right)])
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const ofYear = (year: number, at: number): number => {
    const same = all.filter(row => row.year === year)
    return sum(same.map(({ values }) => values[at])) / same.length
  }
  const rows = yearEffects
    ? all.map(({ area, year, values }) => ({ area, values: values.map((value, at) => value - ofYear(year, at)) }))
    : all
  const names = Object.keys(right)
  const found = areas.flatMap(area => {
    const own = rows.filter(row => row.area === area).map(({ values }) => values)
    if (own.length < leastYears) return []
    const [known, regressors] = [own.map(values => values[0]), own.map(values => [...values.slice(1), 1])]
    return [leastSquares(area, names, known, regressors).estimates]
  })
  const estimates = names.map((name, at): Among => {
    const values = found.map(one => one[at].value)
    const variances = found.map(one => one[at].error ** 2)
    const weighted = (weights: readonly number[]): number =>
      sum(values.map((value, place) => value * weights[place])) / sum(weights)
    const exact = variances.map(variance => 1 / variance)
    const scatter = sum(values.map((value, place) => exact[place] * (value - weighted(exact)) ** 2))
    const room = sum(exact) - sum(exact.map(weight => weight ** 2)) / sum(exact)
    const between = Math.max(0, (scatter - (values.length - 1)) / room)
    const weights = variances.map(variance => 1 / (variance + between))
    return { name, value: weighted(weights), error: 1 / Math.sqrt(sum(weights)), spread: Math.sqrt(between) }
  })
  return { areas: found.length, estimates }
}
