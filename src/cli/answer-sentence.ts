/** Writes the opening of the answer: the question, and a conclusion of a few sentences made from the results. */

import { classOrder, classWords, type FutureClass } from '../model/criteria.ts'
import type { RegionData } from '../regions/types.ts'
import { number, people } from '../analysis/numbers.ts'
import { heading, paragraph } from './terminal/page.ts'
import type { Screen } from './terminal/screen.ts'
import type { Answer, PlaybookAnswer } from '../analysis/verdict.ts'

const hundredth = (share: number): string => number(share * 100, 0)

const called = ({ id, name }: Pick<PlaybookAnswer, 'id' | 'name'>): string =>
  id === 'A' ? 'current policy' : `“${name}” (${id})`

/** '24 ± 2'. */
const revivedIn = ({
  probability,
  probabilityError,
}: Pick<PlaybookAnswer, 'probability' | 'probabilityError'>): string =>
  `${hundredth(probability.revived)} ± ${hundredth(probabilityError.revived)}`

const commonest = ({ probability }: Pick<PlaybookAnswer, 'probability'>): FutureClass =>
  classOrder.reduce((most, one) => (probability[one] > probability[most] ? one : most))

const inWords = (one: FutureClass): string =>
  one === 'none' ? 'no clear recovery, with growth paid for by rising debt or by others' : classWords[one].names.en

const likelihood = (share: number): string =>
  share >= 0.5
    ? 'Revival is more likely than not'
    : share >= 0.25
      ? 'Revival is possible, but less likely than not'
      : 'Revival is unlikely under any of these packages'

const bestOf = <T extends Pick<PlaybookAnswer, 'probability'>>(list: readonly T[]): T =>
  list.reduce((best, one) => (one.probability.revived > best.probability.revived ? one : best))

/** How the probability of revival under the best package changes without its reforms that have no direct cost. */
const restsOn = (best: PlaybookAnswer, playbooks: readonly PlaybookAnswer[]): string => {
  const { withoutFreeLevers: bare } = best
  if (bare === null) return ''
  const other = bestOf(playbooks.map(one => ({ ...one, ...one.withoutFreeLevers })))
  if (bare.probability.revived > best.probability.revived - 0.01) {
    return ` The result does not depend on reforms without direct cost: without them it is ${revivedIn(bare)}.`
  }
  const next = `the most successful is ${other.id === best.id ? 'still ' : ''}${called(other)} with ${revivedIn(other)}`
  return ` Part of this result comes from reforms without direct cost: without them ${best.id} revives the region in ${revivedIn(bare)}, and ${next}.`
}

const chance = ({ gain }: PlaybookAnswer, { best }: Answer): string => {
  if (gain.revived <= 2 * gain.error) return '; the difference is not statistically significant'
  const close = best.notToldApart
  return close.length === 0 ? '' : `; the difference from ${close.join(', ')} is not statistically significant`
}

/** The conclusion in a few sentences. */
const verdictSentence = (answer: Answer): string => {
  const { playbooks } = answer
  const [nothing] = playbooks
  const best = bestOf(playbooks)
  const ends = [...new Set(playbooks.map(commonest))]
  const word = (one: PlaybookAnswer): string => inWords(commonest(one)).toLowerCase()
  const end =
    ends.length === 1
      ? `Under every package, the most common outcome is ${word(nothing)}.`
      : `The most common outcome is ${word(nothing)} under current policy and ${word(best)} under ${best.id}.`
  const verdict = likelihood(best.probability.revived)
  if (best === nothing) {
    return `${verdict}. No package does better than current policy, under which the region is revived in ${revivedIn(best)} of 100 simulations. ${end}`
  }
  return (
    `${verdict}. Of ${playbooks.length - 1} packages of equal cost, the most successful is ${called(best)}: it revives the region in ` +
    `${revivedIn(best)} of 100 simulations, compared with ${revivedIn(nothing)} under current policy${chance(best, answer)}.${restsOn(best, playbooks)} ${end}`
  )
}

export const opening = (answer: Answer, region: RegionData, screen: Screen): string[] => {
  const start = region.values['startPopulation'].values.reduce((sum, value) => sum + value, 0)
  const { zh } = region.names
  const facts = [...(zh === undefined ? [] : [zh]), people(start), `${answer.start}–${answer.end}`].join(' · ')
  return [
    `${heading(answer.question, screen)}  ${screen.colours.dim(facts)}`,
    paragraph(verdictSentence(answer), screen),
    ...(answer.calibrated
      ? []
      : [
          screen.colours.yellow(
            paragraph(
              'The model has not been calibrated to historical data: compare packages, but do not rely on levels.',
              screen,
            ),
          ),
        ]),
  ]
}
