/** The grades of evidence of a number. */

import { type Evidence, evidenceGrades } from '../../language/declare.ts'
import type { Both } from '../../language/messages.ts'

export const evidenceNames: Both<Readonly<Record<Evidence, string>>> = {
  en: { official: 'official', secondary: 'secondary', derived: 'derived', assumed: 'assumed' },
  zh: { official: '官方', secondary: '转引', derived: '推算', assumed: '假设' },
}

/** A grade as readers see it, and what is none as it stands. */
export const gradeName = (grade: string): Both<string> => {
  const known = evidenceGrades.find(one => one === grade)
  return known === undefined ? { en: grade, zh: grade } : { en: evidenceNames.en[known], zh: evidenceNames.zh[known] }
}
