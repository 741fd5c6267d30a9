/** The conditions under which a result holds, for the heading of every page, file and workbook. */

import { outsideWords } from '../../analysis/region/outside.ts'
import { leversOf } from '../../engine/scenario.ts'
import type { Both, Message } from '../../language/messages.ts'
import { namesOf } from '../../language/typeset.ts'
import { financingClause, type Scenario } from '../../scenario/scenario.ts'
import { messages as say } from '../../texts/question.ts'
import type { AskedQuestion, Inputs } from './question.ts'
import { joined, marks, type Said } from './report.ts'

/** External conditions that are not those of the region, and outcomes that are held. */
export const outsideSaid = (open: Pick<AskedQuestion<Inputs>['open'], 'region' | 'under'>): Message[] => {
  const { paths, held } = outsideWords(open)
  return [
    ...(paths.length === 0 ? [] : [say.outside({ list: paths })]),
    ...(held.length === 0 ? [] : [say.held({ list: held })]),
  ]
}

/** External conditions, own assumptions, who finances, and how many simulations with which seed. */
export const conditionsOf = (
  {
    open,
    inputs,
    scenario,
  }: Pick<AskedQuestion<Inputs>, 'open'> & {
    readonly inputs: object
    readonly scenario: Pick<Scenario, 'policy' | 'assumptions'>
  },
  simulates = true,
  drawn?: Said,
): Both<string> => {
  const outside = outsideSaid(open)
  const assumed = Object.entries(scenario.assumptions).map(([name, value]) => `${name}=${value}`)
  const financing = financingClause(leversOf(open.linked), scenario.policy)
  const { simulations = 0, seed } = inputs as { readonly simulations?: number; readonly seed?: number }
  const { withinNames } = open.region
  return joined(
    [
      ...(withinNames === undefined ? [] : [say.within({ nation: namesOf(withinNames) })]),
      ...(outside.length === 0 ? [say.noOutside()] : outside),
      ...(assumed.length === 0 ? [] : [say.assumptions({ list: assumed })]),
      ...(financing === undefined ? [] : [financing]),
      drawn ??
        (simulations === 0 || !simulates
          ? say.central()
          : say.simulated({ simulations, seed: seed === undefined ? undefined : String(seed) })),
    ],
    marks.clauses,
  )
}
