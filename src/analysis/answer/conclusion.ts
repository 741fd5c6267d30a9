/**
 * The conclusion of an answer: how likely revival is, the main obstacle to it, the best packages, and the conditions
 * that would change their order. The sentences contain only numbers of the run, in both languages.
 */

import { listed } from '../../language/listed.ts'
import { classWeights, criteria, criterionIds } from '../../model/criteria.ts'
import type { Both, Language } from '../../language/messages.ts'
import { lowered } from '../../language/lowered.ts'
import { compareAll } from '../policies/comparison.ts'
import type { JudgedMember } from '../runs/fold.ts'
import { meanOf } from '../runs/moments.ts'
import { type Axis, type Robustness, singleChanges } from './robustness.ts'
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
    /** How far it is met under the best package, mean. */
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

const likelihood: Readonly<Record<'more' | 'less' | 'unlikely', Both<string>>> = {
  more: { en: 'Revival is more likely than not', zh: '多半能够振兴' },
  less: { en: 'Revival is possible, but less likely than not', zh: '有可能振兴，但概率不到一半' },
  unlikely: { en: 'Revival is unlikely', zh: '振兴的可能性不大' },
}

const rangeText = ({ low, high }: Range, show: (value: number) => string, language: Language): string =>
  show(low) === show(high) ? show(low) : `${show(low)}${language === 'en' ? ' to ' : '至'}${show(high)}`

const ofHundred =
  (language: Language) =>
  (share: number): string =>
    share > 0 && share < 0.005 ? { en: '<1', zh: '不到1' }[language] : (100 * share).toFixed(0)
const oneDigit = (value: number): string => value.toFixed(1)

/** "if only growth, public finances and pensions count", of a value of an axis. */
const conditionText = (axis: Axis, name: Both<string>, language: Language): string => {
  const words: Readonly<Record<Axis, Both<string>>> = {
    regime: {
      en: `under the transfer regime “${lowered(name.en)}”`,
      zh: `转移支付实行“${name.zh}”时`,
    },
    parameters: { en: `with parameters ${name.en}`, zh: `参数${name.zh}时` },
    window: { en: `over ${name.en}`, zh: `按${name.zh}评判时` },
    definition: { en: `if packages are ranked by the ${name.en}`, zh: `按${name.zh}排序时` },
  }
  return words[axis][language]
}

type NamePackage = (id: string) => string

const overturnText = (robustness: Robustness, best: string, language: Language, named: NamePackage): string => {
  const { combinations, bestHolds, reversals, axes } = robustness
  const all = combinations.length
  const held = Math.round(bestHolds * all)
  const sure =
    language === 'en'
      ? `${named(best).replace(/^./, letter => letter.toUpperCase())} is best or tied for best in ${held} of ${all} combinations of transfer regime, parameters, years and definition.`
      : `在转移支付方式、参数、评判年份和定义的${all}种组合中，${named(best)}在${held}种中居首或并列居首。`
  const byBest = Map.groupBy(reversals, reversal => reversal.best)
  const parts = [...byBest].map(([id, some]) => {
    const when = some.map(({ axis, value }) => {
      const { names } = axes[axis].find(one => one.id === value)!
      return conditionText(axis, names, language)
    })
    return language === 'en' ? `${named(id)} is best ${when.join(' or ')}` : `${when.join('或')}，${named(id)}最好`
  })
  if (parts.length > 0)
    return `${sure}${language === 'en' ? ` Other conditions change the ranking: ${parts.join('; ')}.` : `以下条件会改变排序：${parts.join('；')}。`}`
  const changes = singleChanges(robustness)
  const tied = changes.filter(({ group }) => group.length > 1).length
  const ties: Both<string> =
    tied === 0
      ? { en: '', zh: '' }
      : {
          en: `, but in ${tied} of ${changes.length} such changes other packages are tied with the best`,
          zh: `，但在${changes.length}种改变中有${tied}种出现并列`,
        }
  const none =
    language === 'en'
      ? ` No change in a single one of these conditions overturns the ranking${ties.en}.`
      : `单独改变其中任一条件，排序均不改变${ties.zh}。`
  return `${sure}${none}`
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
  const chance = revived.best.high
  const likely = likelihood[chance >= 0.5 ? 'more' : chance >= 0.25 ? 'less' : 'unlikely'][language]
  const { names } = criteria.find(({ id }) => id === binding.criterion)!
  const packages = listed(group.map(named), language)
  const hundred = ofHundred(language)
  const [now, then] = [hundred(revived.currentPolicy), rangeText(revived.best, hundred, language)]
  const [metNow, metThen] = [oneDigit(criteriaMet.currentPolicy), rangeText(criteriaMet.best, oneDigit, language)]
  const [without, withIt] = [hundred(binding.revived), hundred(binding.revivedIfMet)]
  const tied = group.length > 1
  const paid = robustness === null ? undefined : whoPaysText(robustness.whoPays, best, language, named)
  const overturned =
    robustness === null ? [] : [overturnText(robustness, best, language, named), ...(paid === undefined ? [] : [paid])]
  if (language === 'en') {
    const first = currentIsAmongBest
      ? 'No package leads to revival significantly more often than current policy. The packages that are statistically tied meet'
      : tied
        ? `The best packages are ${packages}; the differences between them are not statistically significant. They meet`
        : `The best package is ${packages}. It meets`
    return [
      `${likely}: the region is revived in ${now} of 100 simulations under current policy and in ${then} under the best ${tied ? 'packages' : 'package'}.`,
      `The main obstacle is ${lowered(names.en)} (${binding.criterion}): if this criterion were always met, ${named(best)} would revive the region in ${withIt} of 100 simulations instead of ${without}.`,
      `${first} ${metThen} of ${criteria.length} criteria on average; current policy meets ${metNow}.`,
      ...overturned,
    ]
  }
  const first = currentIsAmongBest
    ? '没有方案的振兴概率显著高于维持现行政策；统计上并列的方案'
    : `效果最好的是${packages}${tied ? '，彼此的差异不具有统计显著性' : ''}；`
  return [
    `${likely}：每100次模拟中，维持现行政策时有${now}次实现振兴，效果最好的方案下有${then}次。`,
    `最主要的制约是${names.zh}（${binding.criterion}）：若该项标准始终达标，${named(best)}下的振兴次数将由${without}次变为${withIt}次。`,
    `${first}平均达到${criteria.length}项标准中的${metThen}项，维持现行政策时为${metNow}项。`,
    ...overturned,
  ]
}

/** The same as one text. */
export const conclusionText = (
  conclusion: Conclusion,
  robustness: Robustness | null,
  language: Language,
  named: NamePackage,
): string => conclusionParts(conclusion, robustness, language, named).join(language === 'en' ? ' ' : '')
