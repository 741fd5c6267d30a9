/** Writes the opening of the answer: the question, and the conclusion in a few sentences made from the results. */

import type { RegionData } from '../regions/types.ts'
import { conclusionText } from '../analysis/conclusion.ts'
import { number, people } from '../analysis/numbers.ts'
import type { Answer, PackageAnswer } from '../analysis/verdict.ts'
import type { Screen } from './terminal/screen.ts'

/** Names of packages as they stand in a sentence. */
export const packageNames = ({ packages }: Pick<Answer, 'packages'>): ((id: string) => string) => {
  const names = new Map(packages.map(({ id, name }) => [id, id === 'A' ? 'current policy' : `“${name}” (${id})`]))
  return id => names.get(id) ?? id
}

const revivedIn = ({ probability }: Pick<PackageAnswer, 'probability'>): string => number(100 * probability.revived, 0)

/** How the chance of revival under the best package changes without its reforms that have no direct cost. */
const restsOn = ({ packages, best: { id } }: Answer): string => {
  const best = packages.find(one => one.id === id)!
  const bare = best.withoutFreeLevers
  if (bare === null) return ''
  return bare.probability.revived > best.probability.revived - 0.01
    ? ` The result does not depend on reforms without direct cost: without them ${id} revives the region in ${revivedIn(bare)} of 100.`
    : ` Part of the result of ${id} comes from reforms without direct cost: without them it revives the region in ${revivedIn(bare)} of 100.`
}

export const opening = (answer: Answer, region: RegionData, screen: Screen): string[] => {
  const start = region.values['startPopulation'].values.reduce((sum, value) => sum + value, 0)
  const { zh } = region.names
  const facts = [...(zh === undefined ? [] : [zh]), people(start), `${answer.start}–${answer.end}`].join(' · ')
  const { conclusion, robustness } = answer
  return [
    `${screen.heading(answer.question)}  ${screen.colours.dim(facts)}`,
    screen.paragraph(`${conclusionText(conclusion, robustness, 'en', packageNames(answer))}${restsOn(answer)}`),
    ...(answer.calibrated
      ? []
      : [
          screen.colours.yellow(
            screen.paragraph(
              'The model has not been calibrated to historical data: compare packages, but do not rely on levels.',
            ),
          ),
        ]),
  ]
}
