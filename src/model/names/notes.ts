/** Notes of packs: in Chinese where texts/notes.csv has every part of one, all others as they were written. */

import type { Language } from '../../language/messages.ts'
import notesInChinese from '../../texts/notes.zh.ts'

/** Parts that differ by a year, a number or a series only, and those that an opening in another year writes. */
const forms: ReadonlyArray<readonly [form: RegExp, text: (...found: string[]) => string]> = [
  [/^Gap: no figure found for (\d+)$/, year => `缺口：未找到${year}年的数字`],
  [/^Gap: no figure found for (\d+) to (\d+)$/, (from, to) => `缺口：未找到${from}至${to}年的数字`],
  [/^Past rule: keep$/, () => '往期规则：沿用起始值'],
  [/^Past rule: cohorts$/, () => '往期规则：由人口普查推算'],
  [/^Past rule: scale (\S+)$/, of => `往期规则：随${of}同比例变动`],
  [/^Past rule: shift (\S+)$/, of => `往期规则：随${of}等额变动`],
  [/^Past rule: mean (\S+)$/, of => `往期规则：取${of}的平均`],
  [/^Past rule: growth (\S+)$/, of => `往期规则：取${of}的平均增速`],
  [/^Mean of (\S+) in (\d{4})$/, (of, year) => `${of}${year}年平均`],
  [/^Mean of (\S+) over (\d+) years to the end of (\d{4})$/, (of, years, year) => `${of}至${year}年末${years}年平均`],
  [/^Yearly growth of (\S+) in (\d{4})$/, (of, year) => `${of}${year}年增速`],
  [
    /^Yearly growth of (\S+) over (\d+) years to the end of (\d{4})$/,
    (of, years, year) => `${of}至${year}年末${years}年年均增速`,
  ],
  [/^Carried from (\d{4}) with (\S+)$/, (year, of) => `由${year}年按${of}推算`],
  [/^(?:That of )?(\d{4}) x ([\d.]+)$/, (year, by) => `${year}年数值 × ${by}`],
  [/^(?:That of )?(\d{4}) (?:\/|over) ([\d.]+)$/, (year, by) => `${year}年数值 ÷ ${by}`],
  [
    /^Total (\d+)( \(yearbook of 2019, moved with the main cities\))? x ([\d.]+)$/,
    (billions, moved, part) => {
      const basis = moved === undefined ? ' ' : '（2019年年鉴数，按主要城市变动推算）'
      return `总额${(10 * Number(billions)).toLocaleString('en')}亿元${basis}× ${part}`
    },
  ],
]

const ofForm = (note: string): string | undefined => {
  for (const [form, text] of forms) {
    const found = form.exec(note)
    if (found !== null) return text(...found.slice(1))
  }
  return undefined
}

const ofParts = (note: string, mark: string, markInChinese: string): string | undefined => {
  const parts = note.split(mark)
  const known = parts.length === 1 ? [] : parts.flatMap(part => inChinese(part) ?? [])
  return known.length === parts.length ? known.join(markInChinese) : undefined
}

/** The note in Chinese where all of it is known; undefined where it has to be quoted. */
const inChinese = (note: string): string | undefined =>
  notesInChinese[note] ?? ofForm(note) ?? ofParts(note, '; ', '；') ?? ofParts(note, '. ', '。')

/** A note for readers of a language; one that is quoted stays in the language it was written in. */
export const noteText = (note: string, language: Language): string =>
  language === 'zh' ? (inChinese(note) ?? note) : note
