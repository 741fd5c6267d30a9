/** The grades of evidence as readers see them. */

import type { Both } from '../../language/messages.ts'

const inChinese: Readonly<Record<string, string>> = {
  official: '官方',
  secondary: '转引',
  derived: '推算',
  assumed: '假设',
}

export const gradeName = (grade: string): Both<string> => ({ en: grade, zh: inChinese[grade] ?? grade })
