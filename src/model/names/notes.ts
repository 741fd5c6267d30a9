/** Notes of packs: those that stand for many figures in Chinese, all others as they were written. */

import type { Language } from '../../language/messages.ts'
import notesInChinese from '../../texts/notes.zh.ts'

const gap = /^Gap: no figure found for (\d+)(?: to (\d+))?(?:\. |$)/

/** The note in Chinese where all of it is known; undefined where it has to be quoted. */
const inChinese = (note: string): string | undefined => {
  const whole = notesInChinese[note]
  if (whole !== undefined) return whole
  const found = gap.exec(note)
  if (found !== null) {
    const [start, from, to] = found
    const missing = `缺口：未找到${from}${to === undefined ? '' : `至${to}`}年的数字`
    const rest = note.slice(start.length)
    if (rest === '') return missing
    const more = inChinese(rest)
    return more === undefined ? undefined : `${missing}。${more}`
  }
  const parts = note.split('; ')
  const known = parts.flatMap(part => notesInChinese[part] ?? [])
  return parts.length > 1 && known.length === parts.length ? known.join('；') : undefined
}

/** A note for readers of a language; one that is quoted stays in the language it was written in. */
export const noteText = (note: string, language: Language): string =>
  language === 'zh' ? (inChinese(note) ?? note) : note
