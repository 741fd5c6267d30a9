/** Stress tests that a user composes and keeps: rows of a table, each a path or an outcome that is held, under a name. */

import { csvParse } from 'd3-dsv'
import { UsageError } from '../../language/messages.ts'
import { holdsFrom } from '../../scenario/holds.ts'
import { checkOutside } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { messages as say } from '../../texts/debt.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { StressTest } from './stress.ts'

const columns = ['test', 'condition'] as const

/** In the order of their first rows. Throws a UsageError for columns that are missing and conditions that cannot be set. */
export const ownStressTests = (open: OpenRegion, table: string): StressTest[] => {
  const rows = csvParse(table.replace(/^\uFEFF/, ''))
  const missing = columns.filter(column => !rows.columns.includes(column))
  if (missing.length > 0 || rows.length === 0) throw new UsageError(say.noOwnTests({ columns: [...columns] }))
  const tests = Map.groupBy(rows, ({ test = '' }) => test.trim())
  return [...tests].map(([name, list]): StressTest => {
    const outside = holdsFrom(
      list.map(({ condition = '' }) => condition),
      undefined,
      {},
    )
    checkOutside(rulesOf(open), outside, name)
    const names = { en: name, zh: name }
    return { id: name, short: names, names, outside, assumptions: {}, policy: {} }
  })
}
