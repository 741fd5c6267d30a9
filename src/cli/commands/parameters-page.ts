/** Lays out the prior and posterior of every calibrated parameter as a table with drawn ranges. */

import type { CalibratedParameter, CalibrationRecord } from '../../analysis/hindcast/parameter-set.ts'
import type { Screen } from '../terminal/screen.ts'
import { numberColumns, type TextColumn, textColumns } from '../terminal/table.ts'

const figures = (value: number): string => String(Number(value.toPrecision(3)))

const width = 12

/** Draws the prior range as a thin line, the posterior range as a thick one and its median as a dot, on one scale. */
const drawnRange = ({ prior, posterior }: CalibratedParameter): string => {
  const low = Math.min(prior.low, posterior.low)
  const high = Math.max(prior.high, posterior.high)
  const place = (value: number): number =>
    high > low ? Math.round(((value - low) / (high - low)) * (width - 1)) : Math.floor(width / 2)
  const inside = (at: number, range: { low: number; high: number }): boolean =>
    at >= place(range.low) && at <= place(range.high)
  return Array.from({ length: width }, (_, at) => {
    if (at === place(posterior.central)) return '●'
    if (inside(at, posterior)) return '━'
    return inside(at, prior) ? '─' : ' '
  }).join('')
}

const columns: TextColumn[] = [
  ...textColumns('Parameter'),
  ...numberColumns('prior', 'posterior'),
  ...textColumns('prior ─, post. ━', ''),
]

const band = ({ low, central, high }: CalibratedParameter['prior']): string =>
  `${figures(central)} (${figures(low)} to ${figures(high)})`

export const parametersPage = (record: CalibrationRecord, screen: Screen): string => {
  const { diagnostics, score, parameters } = record
  const informed = parameters.filter(({ label }) => label === 'informed').length
  const ordered = parameters.toSorted((a, b) => a.deviationRatio - b.deviationRatio)
  return [
    screen.heading(`Parameters of ${record.region}, fitted to figures up to ${record.lastYear}`),
    screen.table(
      columns,
      ordered.map(one => [one.name, band(one.prior), band(one.posterior), drawnRange(one), one.label]),
    ),
    screen.paragraph(
      `The ${score.observations} observations inform ${informed} of ${parameters.length} parameters; the others keep their assumed distributions. Values are medians, with the 10 % and 90 % points in brackets.`,
    ),
    screen.paragraph(
      `Seed ${record.seed}, ${diagnostics.evaluations} evaluations (${diagnostics.failures} failed), the search ended by ${diagnostics.searchEnded}; largest R-hat ${diagnostics.worstRHat}, smallest effective sample size ${diagnostics.leastSampleSize}; ratio of residuals to their expected size ${figures(score.residualDeviation)}. Model ${record.model}, data ${record.data}, past ${record.past}.`,
    ),
  ].join('\n\n')
}
