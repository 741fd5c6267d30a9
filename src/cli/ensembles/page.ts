/** Lays out the result of a large ensemble: classes and bands with their errors, and where to find everything else. */

import { classWords, criteria, type FutureClass } from '../../model/criteria.ts'
import type { Probability } from '../../engine/summary/bands.ts'
import { number, percent, tiny } from '../../analysis/words/numbers.ts'
import { catalogue, catalogued } from '../../outcomes/catalogue.ts'
import { policyName, shownOf, showOf } from '../../questions/core/names.ts'
import {
  type Block,
  both,
  type Cell,
  type Column,
  expert,
  joined,
  marks,
  note,
  section,
  text,
} from '../../questions/core/report.ts'
import type { Both, Message } from '../../language/messages.ts'
import { messages as say } from '../../texts/ensemble.ts'
import { reportOn } from '../question/terminal.ts'
import type { Screen } from '../terminal/session.ts'
import type { EnsembleOutcome } from './run-ensemble.ts'
import type { EnsembleSummary, SummaryBand } from './summary-tables.ts'

/** Outcomes on the page; the tables contain all others. */
const shownOutcomes = catalogue.flatMap(({ ensemble, variables: [name] }) => (ensemble === true ? [name] : []))

const withError = ({ share, error }: Probability): string => `${percent(share)} ± ${number(error * 100, 2)}`

const words = (id: string, head: Message): Column => ({ id, head: head.text, as: 'text' })
const numbers = (id: string, head: Message): Column => ({ id, head: head.text, as: 'number' })

const classTables = ({ verdict }: EnsembleSummary): Block[] => {
  if (verdict === undefined) return []
  const classes = Object.entries(verdict.probability).map(([name, probability]): Cell[] => [
    classWords[name as FutureClass].names,
    withError(probability),
  ])
  const met = criteria.map(({ id, names }): Cell[] => [
    both(language => `${id} ${names[language]}`),
    withError(verdict.criteria[id]),
  ])
  const share = numbers('share', say.shareOfMembers())
  return [
    { kind: 'table', id: 'classes', columns: [words('class', say.class()), share], rows: classes },
    { kind: 'table', id: 'criteria', columns: [words('criterion', say.criterionMet()), share], rows: met },
  ]
}

const bandTable = ({ bands }: EnsembleSummary): Block[] => {
  const chosen = bands.filter(({ outcome, step }) => shownOutcomes.includes(outcome) && /^(2030|2040)/.test(step))
  if (chosen.length === 0) return []
  const rows = chosen.map(({ outcome, unit, doc, step, median, q05, q95, medianError }: SummaryBand): Cell[] => {
    const shown = shownOf({ variable: outcome, unit })
    const show = showOf(shown)
    const name = catalogued(outcome)?.names ?? { en: doc, zh: doc }
    return [
      joined([name, both(language => shown[language].unit.trim())], marks.parts),
      step,
      { value: median, ...show },
      { mean: median, low: q05, high: q95, ...show },
      { value: medianError, scale: show.scale, digits: 3 },
    ]
  })
  const columns: readonly Column[] = [
    words('outcome', say.outcome()),
    words('at', say.at()),
    numbers('median', say.median()),
    { id: 'range', head: say.middle().text, as: 'range' },
    numbers('error', say.error()),
  ]
  return [section(say.bands(), { kind: 'table', id: 'bands', columns, rows }, note(say.errorMeans()))]
}

const eventTable = ({ events }: EnsembleSummary): Block[] => {
  const single = events.filter(({ step }) => step === '')
  if (single.length === 0) return []
  const rows = single.map((event): Cell[] => [
    event.event,
    withError(event),
    { mean: event.share * 100, low: event.low * 100, high: event.high * 100 },
  ])
  const columns: readonly Column[] = [
    words('event', say.event()),
    numbers('probability', say.probability()),
    { id: 'range', head: say.surelyWithin().text, as: 'range' },
  ]
  return [{ kind: 'table', id: 'events', columns, rows }]
}

const stateSentence = ({ manifest, summary, cancelled }: EnsembleOutcome): Message => {
  const { members, wanted } = summary
  if (manifest.state === 'complete') return say.membersRun({ members: number(members, 0) })
  if (manifest.stop !== undefined) {
    const { wanted: error, reached, outcome } = manifest.stop
    const widths = { error: percent(error, 2), reached: percent(reached, 2) }
    return say.stoppedAt({ members: number(members, 0), outcome, ...widths })
  }
  return say.partOfMembers({ cancelled, members: number(members, 0), wanted: number(wanted, 0) })
}

const readers = (folder: string): Both<string> => {
  const lines = [
    `  DuckDB  select * from '${folder}/members/*.parquet'`,
    `  pandas  pandas.read_parquet('${folder}/members')`,
    `  R       arrow::open_dataset('${folder}/members')`,
    `  check   heartland verify '${folder}'`,
  ]
  const { en, zh } = say.filesIn({ folder }).text
  return { en: [en, ...lines].join('\n'), zh: [zh, ...lines].join('\n') }
}

export const ensemblePage = (
  outcome: EnsembleOutcome,
  folder: string,
  { seconds, full = false, screen }: { readonly seconds: number; readonly full?: boolean; readonly screen: Screen },
): string => {
  const { summary, ran } = outcome
  const { region, scenario, conditions, design, seed } = summary
  const rate = ran > 0 ? [say.rate({ ran: number(ran, 0), rate: number(ran / seconds) })] : []
  const residual = say.largestResidual({ residual: tiny(summary.largestResidual), id: summary.id })
  const page = {
    title: joined([both(() => region), policyName({ name: scenario })], marks.title),
    subtitle: say.drawnBy({ design, seed }),
    conditions,
    blocks: [
      text(joined([stateSentence(outcome), ...rate], marks.sentences)),
      ...classTables(summary),
      ...eventTable(summary),
      ...bandTable(summary),
      note(readers(folder)),
      ...[...summary.notes, residual.text].map(one => expert(note(one))),
    ],
  }
  return reportOn(page, screen, full)
}
