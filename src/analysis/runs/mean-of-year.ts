/** Addresses that mean the mean of a year where tables by year show its end: 'regionDebtToGdp@2035'. */

import { addressedVariable } from '../../language/address.ts'
import type { Message } from '../../language/messages.ts'
import type { OutcomeAddress } from '../../engine/outcome-address.ts'
import { messages as analysisMessages } from '../../texts/analysis.ts'
import { readingOf } from '../../outcomes/catalogue.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** The address of what tables show of it: 'regionDebtToGdp@2035Q4'; undefined where they show the same mean, or a quarter is asked for. */
const endInstead = (
  { linked, simulator }: Pick<OpenRegion, 'linked' | 'simulator'>,
  { series, window }: Pick<OutcomeAddress, 'series' | 'window'>,
): string | undefined => {
  const { stepsPerYear } = simulator.horizon
  const variable = linked.variables.get(addressedVariable(series))
  if (window === undefined || (window[1] - window[0]) * stepsPerYear < 1.5 || variable === undefined) return undefined
  return readingOf(variable) === 'end' ? `${series}@${Math.ceil(window[1]) - 1}Q${stepsPerYear}` : undefined
}

/** Says of which addresses tables by year show another figure than the mean that is asked for. */
export const meansRemark = (
  open: Pick<OpenRegion, 'linked' | 'simulator'>,
  outcomes: readonly OutcomeAddress[],
): Message[] => {
  const told = outcomes.flatMap(({ text, series, window }) => {
    const end = endInstead(open, { series, window })
    return end === undefined ? [] : [{ text, series, end }]
  })
  const [first] = told
  if (first === undefined) return []
  if (told.every(({ text }) => text === first.text))
    return [analysisMessages.meanOfYear({ outcome: first.text, end: first.end })]
  const names = [...new Set(told.map(({ series }) => series))].join(', ')
  return [analysisMessages.meansOfYears({ names, end: first.end })]
}
