/** The grades of evidence of a number. */

import type { Evidence } from '../../language/declare.ts'
import type { Both } from '../../language/messages.ts'

export const evidenceNames: Both<Readonly<Record<Evidence, string>>> = {
  en: { official: 'official', secondary: 'secondary', derived: 'derived', assumed: 'assumed' },
  zh: { official: '官方', secondary: '转引', derived: '推算', assumed: '假设' },
}
