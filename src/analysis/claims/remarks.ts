/** Remarks on how a claim was tested. */

import { messageTable, type Of } from '../../language/messages.ts'

export const claimRemarks = messageTable('claim', {
  interpolated: ({ name, area, year, before, after }: Of<'name' | 'area' | 'year' | 'before' | 'after'>) => ({
    en: `${name} of ${area} in ${year} is interpolated between ${before} and ${after}`,
    zh: `${area} ${year} 年的 ${name} 由 ${before} 年与 ${after} 年的数值内插得出`,
  }),
})
