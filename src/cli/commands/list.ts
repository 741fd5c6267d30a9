/** `heartland list`: the declared question, and the list of regions, which opens no region. */

import { csvFormat } from 'd3-dsv'
import { ownPacks } from '../../regions/read.ts'
import { commandMessages } from '../input/messages.ts'
import { listedRegions } from '../input/listed-regions.ts'
import type { Both } from '../../language/messages.ts'
import type { Block, Report } from '../../questions/core/report.ts'
import { questionCalled } from '../../questions/index.ts'
import { commandOf, type Options } from '../question/command.ts'
import { reportOn } from '../question/terminal.ts'
import { languageFrom } from '../input/common-options.ts'
import { print, printJson, type Session, screenOf } from '../terminal/session.ts'

const heads = {
  id: { en: 'id', zh: '代码' },
  name: { en: 'name', zh: '英文名称' },
  chinese: { en: 'chinese', zh: '名称' },
  kind: { en: 'kind', zh: '类别' },
  areas: { en: 'areas', zh: '所含省份' },
} satisfies Readonly<Record<string, Both<string>>>
const columns = ['id', 'name', 'chinese', 'kind', 'areas'] as const

/** All regions that are derived by rule, in a few lines. */
const derivedNote = (rows: ReturnType<typeof listedRegions>): Block => {
  const listed = (name: 'name' | 'chinese', comma: string): string =>
    rows.map(row => `${row.id} ${row[name]}`).join(comma)
  const list = { en: listed('name', '; '), zh: listed('chinese', '、') }
  return { kind: 'note', message: commandMessages.derivedRegions({ list }).text }
}

const regions = (session: Session, options: Options): void => {
  const rows = listedRegions(options.packs ?? ownPacks)
  const [folders, derived] = [false, true].map(isDerived => rows.filter(row => (row.derived !== '') === isDerived))
  if (options.json === true) return printJson(session, rows)
  if (options.csv === true) return print(session, csvFormat(rows))
  const report: Report = {
    title: { en: 'Regions', zh: '地区' },
    blocks: [
      {
        kind: 'table',
        id: 'regions',
        columns: columns.map(id => ({ id, head: heads[id], as: 'text' })),
        rows: folders!.map(row => columns.map(name => row[name])),
        wide: true,
      },
      ...(derived!.length === 0 ? [] : [derivedNote(derived!)]),
      { kind: 'note', message: { en: 'Example: heartland answer CN-LN', zh: '示例：heartland answer CN-LN' } },
    ],
  }
  print(session, reportOn(report, screenOf(session.out, languageFrom(options.lang)), false))
}

const question = commandOf(await questionCalled('list'), ([word], session, options) => {
  if (word?.toLowerCase() !== 'regions') return false
  regions(session, options)
  return true
})

export const { define } = question
