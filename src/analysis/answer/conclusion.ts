/**
 * The conclusion of an answer: how likely revival is, the main obstacle to it, the best packages, and the conditions
 * that would change their order. The sentences contain only numbers of the run, in both languages.
 */

import { listed, lowered, raised, sentences } from '../../language/typeset.ts'
import { classWeights, criteria, criterionIds } from '../../model/criteria.ts'
import type { Language } from '../../language/messages.ts'
import { compareAll } from '../policies/comparison.ts'
import type { JudgedMember } from '../runs/fold.ts'
import { meanOf } from '../runs/quantiles.ts'
import { type Robustness, singleChanges } from './robustness.ts'
import texts from '../../texts/conclusion.ts'
import { whoPaysText } from './who-pays-text.ts'

/** From the lowest to the highest of several packages. */
interface Range {
  readonly low: number
  readonly high: number
}

export interface Conclusion {
  /** The package most often revived, and with it those that cannot be told from it over the same simulations. */
  readonly best: string
  readonly group: readonly string[]
  /** No package is told apart from current policy. */
  readonly currentIsAmongBest: boolean
  /** Criteria met on average, and chance of revival: under current policy, and under the best packages. */
  readonly criteriaMet: { readonly currentPolicy: number; readonly best: Range }
  readonly revived: { readonly currentPolicy: number; readonly best: Range }
  /** The main obstacle: the criterion which, if always met, would raise the chance of revival most. */
  readonly binding: {
    readonly criterion: string
    /** The degree to which it is met under the best package, mean. */
    readonly met: number
    /** Chance of revival under the best package, and the same if the criterion were always met. */
    readonly revived: number
    readonly revivedIfMet: number
  }
}

const bindingOf = (members: readonly JudgedMember[]): Conclusion['binding'] => {
  const ifMet = criterionIds.map((_, at) =>
    meanOf(members.map(({ scores }) => classWeights(scores.with(at, 1)).revived)),
  )
  const at = ifMet.indexOf(Math.max(...ifMet))
  return {
    criterion: criterionIds[at],
    met: meanOf(members.map(({ scores }) => scores[at])),
    revived: meanOf(members.map(({ weights }) => weights.revived)),
    revivedIfMet: ifMet[at],
  }
}

/** `judged[package][simulation]`, current policy first. */
export const conclusionOf = (ids: readonly string[], judged: ReadonlyArray<readonly JudgedMember[]>): Conclusion => {
  const revived = judged.map(members => members.map(({ weights }) => weights.revived))
  const { best, group } = compareAll(revived)
  const range = (values: readonly number[]): Range => {
    const own = group.map(at => values[at])
    return { low: Math.min(...own), high: Math.max(...own) }
  }
  const chances = revived.map(meanOf)
  const met = judged.map(members => meanOf(members.map(({ scores }) => scores.reduce((sum, score) => sum + score, 0))))
  return {
    best: ids[best],
    group: group.map(at => ids[at]),
    currentIsAmongBest: group.includes(0),
    criteriaMet: { currentPolicy: met[0], best: range(met) },
    revived: { currentPolicy: chances[0], best: range(chances) },
    binding: bindingOf(judged[best]),
  }
}

const rangeText = ({ low, high }: Range, show: (value: number) => string, language: Language): string =>
  show(low) === show(high) ? show(low) : texts[language].range({ low: show(low), high: show(high) })

const ofHundred =
  (language: Language) =>
  (share: number): string =>
    share > 0 && share < 0.005 ? texts[language].underOne : (100 * share).toFixed(0)
const oneDigit = (value: number): string => value.toFixed(1)

type NamePackage = (id: string) => string

const overturnText = (robustness: Robustness, best: string, language: Language, named: NamePackage): string => {
  const say = texts[language]
  const { combinations, bestHolds, reversals, axes } = robustness
  const all = combinations.length
  const sure = say.holds({ name: raised(named(best)), held: Math.round(bestHolds * all), all })
  const parts = [...Map.groupBy(reversals, reversal => reversal.best)].map(([id, some]) => {
    const when = some.map(({ axis, value }) => {
      const name = axes[axis].find(one => one.id === value)!.names[language]
      return say.conditions[axis]({ name: axis === 'regime' ? lowered(name) : name })
    })
    return say.bestWhen({ name: named(id), conditions: when.join(language === 'en' ? ' or ' : '或') })
  })
  const changes = singleChanges(robustness)
  const tied = changes.filter(({ group }) => group.length > 1).length
  const other =
    parts.length > 0
      ? say.reversed({ list: parts.join(language === 'en' ? '; ' : '；') })
      : say.notReversed({ tied: tied === 0 ? '' : tied, all: changes.length })
  return sentences([sure, other], language)
}

/**
 * The conclusion in parts of a sentence or two each: how likely revival is, the main obstacle, the best packages, what
 * would change their order, and whether it matters who pays. `named` gives the name of a package as it stands in a sentence.
 */
export const conclusionParts = (
  { best, group, currentIsAmongBest, criteriaMet, revived, binding }: Conclusion,
  robustness: Robustness | null,
  language: Language,
  named: NamePackage,
): string[] => {
  const say = texts[language]
  const chance = revived.best.high
  const { names } = criteria.find(({ id }) => id === binding.criterion)!
  const hundred = ofHundred(language)
  const tied = group.length > 1
  const paid = robustness === null ? undefined : whoPaysText(robustness.whoPays, best, language, named)
  return [
    say.likely({
      likelihood: say.likelihood[chance >= 0.5 ? 'more' : chance >= 0.25 ? 'less' : 'unlikely'],
      now: hundred(revived.currentPolicy),
      best: rangeText(revived.best, hundred, language),
      tied,
    }),
    say.obstacle({
      name: lowered(names[language]),
      criterion: binding.criterion,
      package: named(best),
      best: hundred(binding.revivedIfMet),
      now: hundred(binding.revived),
    }),
    say.met({
      first: currentIsAmongBest ? say.noneBest : say.best({ packages: listed(group.map(named), language), tied }),
      best: rangeText(criteriaMet.best, oneDigit, language),
      all: criteria.length,
      now: oneDigit(criteriaMet.currentPolicy),
    }),
    ...(robustness === null ? [] : [overturnText(robustness, best, language, named)]),
    ...(paid === undefined ? [] : [paid]),
  ]
}

/** The same as one text. */
export const conclusionText = (
  conclusion: Conclusion,
  robustness: Robustness | null,
  language: Language,
  named: NamePackage,
): string => sentences(conclusionParts(conclusion, robustness, language, named), language)
