/** Reads thresholds of the criteria as they are given on the command line: 'unemployment=0.06'. */

import { UsageError } from '../language/reported-error.ts'
import { standardThresholds, type Thresholds } from '../model/criteria.ts'
import { measures } from '../model/measures.ts'
import { typedNumber, unknownWord } from '../analysis/usage.ts'
import { commandMessages } from './messages.ts'

export const thresholdsFrom = (given: readonly string[]): Thresholds => {
  const ids = measures.map(({ id }) => id)
  const moved = given.map(text => {
    const [, id = '', value = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [undefined, text]
    if (!ids.includes(id)) throw unknownWord('measure', id, ids)
    const threshold = typedNumber(value)
    if (threshold === undefined) throw new UsageError(commandMessages.noThreshold({ text }))
    return [id, threshold] as const
  })
  return { ...standardThresholds, ...Object.fromEntries(moved) }
}
