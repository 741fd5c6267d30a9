/** The table of levers that a search has set. */

import { messages as say } from '../../texts/goal.ts'
import type { FreeLever } from '../../analysis/policies/goal/levers.ts'
import { stated } from '../../analysis/words/numbers.ts'
import { unitInWords } from '../../language/unit-words.ts'
import { leverName, leverUnit } from '../../model/names/levers.ts'
import { both, type Cell, type Table } from './report.ts'

export const leverTable = (levers: ReadonlyArray<FreeLever & { readonly value: number }>): Table => ({
  kind: 'table',
  id: 'levers',
  columns: [
    { id: 'lever', head: say.lever().text, as: 'text' },
    { id: 'now', head: say.now().text, as: 'number' },
    { id: 'setTo', head: say.setTo().text, as: 'number' },
    { id: 'bounds', head: say.bounds().text, as: 'text' },
    { id: 'unit', head: say.unit().text, as: 'text' },
  ],
  rows: levers.map(({ name, doc, unit, standard, value, bounds: [low, high] }): Cell[] => {
    const { scale, text } = leverUnit(name, unit, 'zh')
    const show = { scale: { en: 1, zh: scale }, digits: 2 }
    return [
      { en: `${name}: ${doc}`, zh: `${name}：${leverName(name, doc, 'zh')}` },
      { value: standard, ...show },
      { value, ...show },
      both(language =>
        [low, high].map(one => stated(show.scale[language] * one)).join(language === 'en' ? ' to ' : ' 至 '),
      ),
      { en: unit.startsWith('%') ? leverUnit(name, unit, 'en').text.trim() : unitInWords(unit), zh: text.trim() },
    ]
  }),
})
