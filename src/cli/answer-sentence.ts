/** The first lines of the answer: the question, and one plain sentence made from the run. */

import { classNames, type FutureClass } from '../model/criteria.ts'
import type { RegionData } from '../regions/types.ts'
import { number, people } from '../analysis/numbers.ts'
import { heading, paragraph } from './terminal/page.ts'
import type { Screen } from './terminal/screen.ts'
import { classOrder } from '../analysis/classes.ts'
import type { Answer, PlaybookAnswer } from '../analysis/verdict.ts'

const hundredth = (share: number): string => number(share * 100, 0)

const called = ({ id, name }: Pick<PlaybookAnswer, 'id' | 'name'>): string =>
  id === 'A' ? 'doing nothing' : `${id} (${name.toLowerCase()})`

/** '24 ± 2'. */
const revivedIn = ({
  probability,
  probabilityError,
}: Pick<PlaybookAnswer, 'probability' | 'probabilityError'>): string =>
  `${hundredth(probability.revived)} ± ${hundredth(probabilityError.revived)}`

const commonest = ({ probability }: Pick<PlaybookAnswer, 'probability'>): FutureClass =>
  classOrder.reduce((most, one) => (probability[one] > probability[most] ? one : most))

const inWords: Readonly<Record<FutureClass, string>> = {
  ...classNames,
  none: 'muddling through, growth paid by rising debt or by others',
}

const likelihood = (share: number): string =>
  share >= 0.5
    ? 'More likely than not'
    : share >= 0.25
      ? 'Possibly, but the odds are against it'
      : 'Not likely by any of these packages'

const bestOf = <T extends Pick<PlaybookAnswer, 'probability'>>(list: readonly T[]): T =>
  list.reduce((best, one) => (one.probability.revived > best.probability.revived ? one : best))

/** What is left of the best package's chance without its free levers. */
const restsOn = (best: PlaybookAnswer, playbooks: readonly PlaybookAnswer[]): string => {
  const { withoutFreeLevers: bare } = best
  if (bare === null) return ''
  const other = bestOf(playbooks.map(one => ({ ...one, ...one.withoutFreeLevers })))
  if (bare.probability.revived > best.probability.revived - 0.01) {
    return ` It does not rest on its rules that cost nothing: without them it is ${revivedIn(bare)}.`
  }
  const next = `the best is ${other.id === best.id ? 'still ' : ''}${called(other)} with ${revivedIn(other)}`
  return ` Part of this is rules that cost nothing: without them ${best.id} revives the region in ${revivedIn(bare)}, and ${next}.`
}

const chance = ({ gain }: PlaybookAnswer, { best }: Answer): string => {
  if (gain.revived <= 2 * gain.error) return ', a difference that chance could make'
  const close = best.notToldApart
  return close.length === 0 ? '' : ` (${close.join(', ')} cannot be told apart from ${best.id})`
}

/** The verdict in a few sentences. */
const verdictSentence = (answer: Answer): string => {
  const { playbooks } = answer
  const [nothing] = playbooks
  const best = bestOf(playbooks)
  const ends = [...new Set(playbooks.map(commonest))]
  const word = (one: PlaybookAnswer): string => inWords[commonest(one)].toLowerCase()
  const end =
    ends.length === 1
      ? `Whatever is done, the commonest end is ${word(nothing)}.`
      : `The commonest end is ${word(nothing)} if nothing is done, and ${word(best)} under ${best.id}.`
  const verdict = likelihood(best.probability.revived)
  if (best === nothing) {
    return `${verdict}: no package does better than doing nothing, which ends revived in ${revivedIn(best)} of 100 futures. ${end}`
  }
  return (
    `${verdict}. The best of ${playbooks.length} at equal cost, ${called(best)}, ends revived in ${revivedIn(best)} of 100 futures; ` +
    `doing nothing in ${revivedIn(nothing)}${chance(best, answer)}.${restsOn(best, playbooks)} ${end}`
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
              'Not calibrated: the model has not been fitted to history, so read differences between packages, not levels.',
              screen,
            ),
          ),
        ]),
  ]
}
