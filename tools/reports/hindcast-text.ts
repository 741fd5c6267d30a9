/**
 * Writes the text of docs/hindcast.md: method, accuracy targets, every score beside the naive forecasts, bands,
 * stylised facts.
 */

import type { RegionData } from '../../src/regions/types.ts'
import { markdownTable } from './markdown.ts'
import { number } from '../../src/analysis/words/numbers.ts'
import type { FactFinding } from './measured-facts.ts'
import type { Hindcast } from '../../src/analysis/hindcast/hindcast.ts'
import type { CalibrationRecord } from '../../src/analysis/hindcast/parameter-set.ts'
import { shownHorizons } from '../../src/analysis/hindcast/record.ts'
import { rolledScores } from '../../src/analysis/hindcast/rolled.ts'
import { type ScoreLine, splits } from '../../src/analysis/hindcast/score.ts'
import { forecastVerdict, lossesOf, percentIfAny as percent, sameLine } from './verdict.ts'

export interface ReportInput {
  readonly region: RegionData
  readonly found: Hindcast
  /** The same without knowledge of what happened outside after each origin. */
  readonly unaided: Hindcast
  readonly priors: Hindcast
  readonly facts: readonly FactFinding[]
  readonly record: CalibrationRecord | undefined
  readonly members: number
  readonly seed: number
}

const tableOf = (header: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  markdownTable(header, rows, 2)

const biased = 0.2

const theilOf = ({ theil }: ScoreLine): string => {
  if (theil === undefined) return '–'
  const shares = [theil.bias, theil.variance, theil.covariance].map(share => number(share, 2)).join(' ')
  return theil.bias > biased ? `**${shares}**` : shares
}

const testOf = ({ against }: ScoreLine): string => {
  const { drift } = against
  return drift === undefined ? '–' : `${number(drift.statistic, 1)} (${number(drift.pValue, 2)})`
}

const nameOf = (region: RegionData, area: string): string => region.areaNames[area]?.en ?? area

const scoreTable = (region: RegionData, lines: readonly ScoreLine[], unaided: readonly ScoreLine[]): string => {
  return tableOf(
    [
      'Series',
      'area',
      'n',
      'RMSE',
      'MAPE',
      'last value',
      'trend line',
      'AR(1)',
      'national growth less own gap',
      'unaided',
      'bias',
      'CRPS',
      'Theil: bias, variance, covariance',
      'test against trend line',
      'verdict',
    ],
    lines.map(line => [
      line.series,
      nameOf(region, line.area),
      String(line.points),
      percent(line.rmse),
      percent(line.mape),
      percent(line.naive.lastValue),
      percent(line.naive.drift),
      percent(line.naive.firstOrder),
      percent(line.naive.peer),
      percent(sameLine(unaided, line)?.rmse),
      percent(line.bias),
      percent(line.crps),
      theilOf(line),
      testOf(line),
      forecastVerdict(line),
    ]),
  )
}

const marksTable = ({ found, unaided, priors }: ReportInput): string =>
  tableOf(
    ['Mark', 'wanted', 'fitted up to 2018', '', 'unaided', 'priors'],
    found.marks.map((mark, at) => [
      mark.what,
      mark.wanted,
      `${percent(mark.measured, 2)} %`,
      mark.met ? 'met' : '**missed**',
      `${percent(unaided.marks[at]?.measured, 2)} %`,
      `${percent(priors.marks[at]?.measured, 2)} %`,
    ]),
  )

/** Series of areas that some benchmark forecasts better five years ahead, so that no loss is hidden in a share. */
const lossesTable = ({ found, region }: ReportInput): string => {
  const lost = found.scores.filter(line => line.split === 'holdout' && line.horizon === 5 && lossesOf(line).length > 0)
  return tableOf(
    ['Series', 'area', 'RMSE', 'better'],
    lost.map(line => [line.series, nameOf(region, line.area), percent(line.rmse), lossesOf(line).join(', ')]),
  )
}

const bandsTable = ({ found, unaided, priors }: ReportInput): string =>
  tableOf(
    ['Years', 'band', 'fitted up to 2018', 'unaided', 'priors'],
    splits.flatMap(split =>
      found.bands[split].coverage.map(({ level, observed, points }, at) => [
        split === 'train' ? 'up to 2018' : '2019 to 2024',
        `${number(100 * level, 0)} %`,
        `${percent(observed)} % of ${points}`,
        `${percent(unaided.bands[split].coverage[at]?.observed)} %`,
        `${percent(priors.bands[split].coverage[at]?.observed)} %`,
      ]),
    ),
  )

/** Forecasts from a year later, all starts and held out. */
const reopenedTable = ({ found }: ReportInput): string =>
  tableOf(
    ['Series', 'years ahead', 'starts', 'n', 'first forecast', 'moved by its first miss', 'reopened a year later'],
    rolledScores(found.lines).map(({ series, horizon, split, points, ...errors }) => [
      series,
      String(horizon),
      split === 'all' ? 'all' : 'held out',
      String(points),
      percent(errors.unconditioned, 2),
      percent(errors.shifted, 2),
      percent(errors.reopened, 2),
    ]),
  )

/** A histogram as a line of blocks a tenth. */
const pitTable = ({ found }: ReportInput): string => {
  const pit = found.bands.holdout.pit
  const all = pit.reduce((sum, count) => sum + count, 0)
  return tableOf(
    ['Tenth of the forecast distribution', 'drawn', 'share of the points'],
    pit.map((count, at) => [
      `${at * 10}–${at * 10 + 10} %`,
      '█'.repeat(Math.round((100 * count) / all)),
      `${percent(count / all)} %`,
    ]),
  )
}

const factsTable = ({ facts, region }: ReportInput): string =>
  tableOf(
    ['', 'Fact', 'area', 'published', 'model', 'verdict', 'remark'],
    facts.map(({ id, what, area, published, measured, verdict, missedBy, note }) => [
      id,
      what,
      nameOf(region, area),
      published === undefined ? '–' : number(published, 1),
      measured === undefined ? '–' : number(measured, 1),
      verdict === 'missed' ? `missed by ${number(missedBy, 1)}` : verdict,
      note,
    ]),
  )

const biasedLines = (lines: readonly ScoreLine[]): number =>
  lines.filter(({ theil }) => theil !== undefined && theil.bias > biased).length

const method = ({ origins: [from, to] }: Hindcast): string =>
  `The region is opened again at the end of every year from ${from} to ${to}, with the figures of that year, and run five years ahead with what then happened outside (the nation's growth, prices, interest, housing market, fertility; the pandemic as a path). Each forecast starts from the published figure of its origin, so errors are errors of movement. [How it is done, and what it does not show](guide/hindcast.md).

The naive forecasts (last value, trend line through all years known, first-order autoregression) do not know what happened outside; the model does. Winning against them shows that the model turns known events into the right movement of the region, not that it could have known the events. Two comparisons meet that: "national growth less own gap" knows the nation as the model does (it is the growth of the nation after the origin, less the average gap of the area to it over the five years before; where a series has no national counterpart, its own growth of those years goes on), and "unaided" is the model without that knowledge, with every condition outside the region frozen at the origin and national shocks drawn.`

export const hindcastReport = (input: ReportInput): string => {
  const { found, region, record, members, seed } = input
  const shown = found.scores.filter(({ horizon }) => shownHorizons.includes(horizon))
  const held = shown.filter(({ split }) => split === 'holdout')
  const scores = splits
    .toReversed()
    .flatMap(split =>
      shownHorizons.map(horizon => {
        const lines = shown.filter(line => line.split === split && line.horizon === horizon)
        const title = split === 'holdout' ? 'held-out years 2019 to 2024' : 'training years up to 2018'
        return `### ${horizon} year${horizon === 1 ? '' : 's'} ahead, ${title}\n\n${scoreTable(region, lines, input.unaided.scores)}`
      }),
    )
    .join('\n\n')
  return `# Hindcast of ${region.names.en}

Generated by \`npm run hindcast-report\`; a test keeps it fresh. Model and figures as they are in this version, seed ${seed}, ${members} members.${record === undefined ? '' : ` Parameters: \`regions/${record.region}/parameters-train.json\`, fitted to figures up to ${record.lastYear} only; \`heartland calibrate ${record.region} --show\` prints them. \`regions/CN/targets.csv\` says which outcome each series is compared with.`}

${method(found)}

## Marks

${marksTable(input)}

Losses, five years ahead and held out:

${lossesTable(input)}

${biasedLines(held)} of ${held.length} held-out lines have a bias share above ${biased} (in bold below): the model is off to one side there.

## Bands

${bandsTable(input)}

Where the held-out observations fell in the forecast distribution (even when the bands are right):

${pitTable(input)}

## The value of a further year of figures

Root mean square errors over the three areas, in % of the level or points, so many years after the first origin. The region opened again a year later looks a year less ahead. It has to beat the first forecast moved by its miss of the first year, which needs no model. Points of areas and horizons overlap and are not independent. \`heartland record ${region.id} --reopened\` shows the same with the figures of this version.

${reopenedTable(input)}

## Stylised facts

Each is measured on the run that was opened before it, with the fitted parameters. In %, growth a year; shares in points.

${factsTable(input)}

## Scores

Root mean square errors (RMSE) in % of the level, of growth rates and shares in points; MAPE is the mean size of the miss in % of the level; bias is forecast less observation; CRPS is the error of the whole forecast distribution, in the unit of RMSE. Theil's shares of the mean square error sum to 1. The test is Diebold and Mariano's against the trend line, with the correction for small samples: below 0 the model is better, the chance of so large a difference in brackets; with fewer than eight forecasts there is none.

${scores}
`
}
