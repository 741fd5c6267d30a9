/** The conditions under which a result holds, for the heading of every page, file and workbook. */

import { outsideWords } from '../../analysis/region/outside.ts'
import { leversOf } from '../../engine/scenario.ts'
import type { Both } from '../../language/messages.ts'
import { financingClause } from '../../scenario/financing.ts'
import { messages as say } from '../../texts/question.ts'
import type { AskedQuestion, Inputs } from './question.ts'
import { type Said, textOf } from './report.ts'

export const clauses = (parts: ReadonlyArray<Both<string>>): Both<string> => ({
  en: parts.map(({ en }) => en).join('; '),
  zh: parts.map(({ zh }) => zh).join('；'),
})

/** External conditions, own assumptions, who finances, and how many simulations with which seed. */
export const conditionsOf = (
  { open, inputs, scenario }: AskedQuestion<Inputs>,
  simulates = true,
  drawn?: Said,
): Both<string> => {
  const outside = outsideWords(open)
  const assumed = Object.entries(scenario.assumptions).map(([name, value]) => `${name}=${value}`)
  const financing = financingClause(leversOf(open.linked), scenario.policy)
  const { simulations = 0, seed } = inputs as { readonly simulations?: number; readonly seed?: number }
  return clauses([
    (outside.length === 0 ? say.noOutside() : say.outside({ list: outside })).text,
    ...(assumed.length === 0 ? [] : [say.assumptions({ list: assumed }).text]),
    ...(financing === undefined ? [] : [financing]),
    textOf(
      drawn ??
        (simulations === 0 || !simulates
          ? say.central()
          : say.simulated({ simulations, seed: seed === undefined ? undefined : String(seed) })),
    ),
  ])
}
