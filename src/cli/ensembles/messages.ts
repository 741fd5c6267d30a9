/** What can go wrong with a large ensemble and its files, by code and in both languages. */

import texts from '../../texts/ensemble.ts'
import { type Both, messageTable, type Of } from '../../language/messages.ts'

const computeAgain: Both<string> = { en: 'compute this chunk again', zh: '请重新计算这一部分' }

export const ensembleMessages = messageTable('ensemble', texts, {
  damaged: ({ damage }: { readonly damage: Both<string> }) => ({
    en: `${damage.en}; ${computeAgain.en}`,
    zh: `${damage.zh}；${computeAgain.zh}`,
  }),
  countsDamaged: ({ path }: Of<'path'>) => ({
    en: `'${path}' does not contain complete counts: it was cut off or changed; ${computeAgain.en}`,
    zh: `“${path}”中的计数不完整：文件被截断或改动；${computeAgain.zh}`,
  }),
  otherColumns: ({ path }: Of<'path'>) => ({
    en: `'${path}' has other columns than this ensemble; ${computeAgain.en}`,
    zh: `“${path}”的列与该集合不同；${computeAgain.zh}`,
  }),
  rowCount: ({ path, rows, wanted }: Of<'path' | 'rows' | 'wanted'>) => ({
    en: `'${path}' has ${rows} rows instead of ${wanted}; ${computeAgain.en}`,
    zh: `“${path}”有 ${rows} 行，应为 ${wanted} 行；${computeAgain.zh}`,
  }),
})
