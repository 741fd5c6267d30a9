/** Lays out the result of a large ensemble: classes and bands with their errors, and where to find everything else. */

import { classWords, criteria, type FutureClass } from '../../model/criteria.ts'
import type { Probability } from '../../engine/summary/bands.ts'
import { number, percent, tiny } from '../../analysis/words/numbers.ts'
import { catalogue } from '../../outcomes/catalogue.ts'
import type { Screen } from '../terminal/session.ts'
import { numberColumns, type TextColumn, textColumns } from '../terminal/table.ts'
import type { EnsembleOutcome } from './run-ensemble.ts'
import type { EnsembleSummary, SummaryBand } from './summary-tables.ts'

/** Outcomes on the page; the tables contain all others. */
const shownOutcomes = catalogue.flatMap(({ ensemble, variables: [name] }) => (ensemble === true ? [name] : []))

const withError = ({ share, error }: Probability): string => `${percent(share)} ± ${number(error * 100, 2)}`

const classTable = ({ verdict }: EnsembleSummary, screen: Screen): string[] => {
  if (verdict === undefined) return []
  const classes = Object.entries(verdict.probability).map(([name, probability]) => [
    classWords[name as FutureClass].names.en,
    withError(probability),
  ])
  const met = criteria.map(({ id, names }) => [`${id} ${names.en}`, withError(verdict.criteria[id])])
  const columns = (header: string): TextColumn[] => [...textColumns(header), ...numberColumns('share of members')]
  return [screen.table(columns('Class'), classes), screen.table(columns('Criterion met'), met)]
}

const bandTable = ({ bands }: EnsembleSummary, screen: Screen): string[] => {
  const chosen = bands.filter(({ outcome }) => shownOutcomes.includes(outcome))
  if (chosen.length === 0) return []
  const text = (band: SummaryBand): string[] => {
    const scale = band.unit === 'share' || band.unit === 'year' ? 100 : 1
    const shown = (value: number): string => number(value * scale)
    return [
      `${band.doc}${scale === 100 ? ', %' : `, ${band.unit}`}`,
      band.step,
      shown(band.median),
      `${shown(band.q05)} to ${shown(band.q95)}`,
      number(band.medianError * scale, 3),
    ]
  }
  const columns: TextColumn[] = [...textColumns('Outcome', 'at'), ...numberColumns('median', '5 to 95 %', 'error')]
  return [
    [
      screen.table(columns, chosen.filter(({ step }) => /^(2030|2040)/.test(step)).map(text)),
      screen.aside('Error: Monte Carlo error of the median.'),
    ].join('\n'),
  ]
}

const eventTable = ({ events }: EnsembleSummary, screen: Screen): string[] => {
  const single = events.filter(({ step }) => step === '')
  if (single.length === 0) return []
  const rows = single.map(event => [event.event, withError(event), `${percent(event.low)} to ${percent(event.high)}`])
  return [screen.table([...textColumns('Event'), ...numberColumns('probability', '95 %')], rows)]
}

const stateSentence = ({ manifest, summary, cancelled }: EnsembleOutcome): string => {
  const { members, wanted } = summary
  if (manifest.state === 'complete') return `${number(members, 0)} members.`
  if (manifest.stop !== undefined) {
    const { wanted: error, reached, outcome } = manifest.stop
    return `Stopped at ${number(members, 0)} members: the error of every band is below ${percent(error, 2)} of its width (largest: ${percent(reached, 2)}, ${outcome}).`
  }
  const how = cancelled ? 'Cancelled' : 'Partial result'
  return `${how}: ${number(members, 0)} of ${number(wanted, 0)} members are in the tables.`
}

export const ensemblePage = (outcome: EnsembleOutcome, folder: string, seconds: number, screen: Screen): string => {
  const { summary, ran } = outcome
  const rate = ran > 0 ? ` ${number(ran, 0)} run now, ${number(ran / seconds)} per second.` : ''
  return [
    `${screen.heading(`${summary.region}: ${summary.scenario}`)}  ${screen.colours.dim(`${summary.design}, seed ${summary.seed}`)}`,
    screen.paragraph(`${stateSentence(outcome)}${rate}`),
    ...classTable(summary, screen),
    ...bandTable(summary, screen),
    ...eventTable(summary, screen),
    [
      `Files in ${folder}: members/ (one row per member), bands.parquet (every outcome and quarter), summary.json`,
      `  DuckDB  select * from '${folder}/members/*.parquet'`,
      `  pandas  pandas.read_parquet('${folder}/members')`,
      `  R       arrow::open_dataset('${folder}/members')`,
    ].join('\n'),
    [
      ...summary.notes.map(text => screen.aside(text)),
      screen.aside(
        `The largest residual of the accounts checked is ${tiny(summary.largestResidual)} of their scale. Ensemble ${summary.id}.`,
      ),
    ].join('\n'),
  ].join('\n\n')
}
