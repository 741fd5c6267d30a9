/** The sentences of a verdict, printed claim by claim: plainly where all settings agree, with the count where nearly all do, and not at all below. */

import { type Both, bothTexts } from '../../language/messages.ts'
import { joinedTexts as joined } from '../../language/typeset.ts'
import { type ClaimId, leastShare } from '../../model/standing.ts'
import texts from '../../texts/standing.ts'
import { numbersIn } from '../words/numbers.ts'
import { lastYear } from '../words/outcomes.ts'
import type { SettingRange, Verdict } from './standing.ts'

const words = bothTexts(texts)

/** Written alike in both languages. */
const { plain: show } = numbersIn('en')

/** From the lower to the higher of two numbers; once where they are written alike. */
export const rangeText = ({ low, high }: SettingRange, scale: number, digits: number): Both<string> => {
  const [a, b] = [low * scale, high * scale].toSorted((one, other) => one - other).map(value => show(value, digits))
  if (a === b) return { en: a!, zh: a! }
  return a!.startsWith('−') ? words.signedRange({ low: a!, high: b! }) : words.range({ low: a!, high: b! })
}

/** The claims that all hold in enough settings: in how many; undefined otherwise. */
const agreed = ({ claims, settings }: Verdict, ...ids: readonly ClaimId[]): number | undefined => {
  const held = Math.min(...ids.map(id => claims[id]))
  return held >= leastShare * settings ? held : undefined
}

const ownAims: readonly ClaimId[] = ['householdsConsume', 'familiesBirths', 'repaymentDebt']

interface Sentence {
  readonly text: Both<string>
  /** Settings in which all that it says holds. */
  readonly held: number
}

/** The settings that agree that no package stops the loss. */
const noneHolds = (verdict: Verdict): number | undefined =>
  verdict.weight.standing === 'loses' ? agreed(verdict, 'noneHolds') : undefined

/** The word for the standing of the region, of those for the lead or of those for a phone. */
const wordOf = <Open, Stoppable, NotInSight, Stands>(
  from: {
    open: Open
    stoppable: Stoppable
    notInSight: NotInSight
    stands: Record<'gains' | 'holds' | 'keeps', Stands>
  },
  verdict: Verdict,
): Open | Stoppable | NotInSight | Stands => {
  const { standing } = verdict.weight
  if (standing === 'open') return from.open
  if (standing !== 'loses') return from.stands[standing]
  return noneHolds(verdict) === undefined ? from.stoppable : from.notInSight
}

const firstSentence = (verdict: Verdict, region: Both<string>): Sentence => {
  const { settings: all, weight, stopped, share } = verdict
  const { loses } = weight
  const none = noneHolds(verdict)
  const to = share === null ? weight : none === undefined ? share.current : share.all
  const path =
    share === null
      ? words.pathUnknown({ growth: rangeText(to, 100, 1) })
      : words.path({ now: show(100 * share.now, 1), year: share.year, end: lastYear, to: rangeText(to, 100, 1) })
  const said = { region, path, stopped, loses, all }
  return { text: wordOf(words, verdict)(said), held: none ?? all }
}

const reformSentence = (verdict: Verdict): Sentence[] => {
  const averts = verdict.averted === null ? undefined : agreed(verdict, 'reformAverts')
  const debts = agreed(verdict, 'reformDebt')
  const debt = rangeText(verdict.debt, -100, 0)
  if (averts === undefined) return debts === undefined ? [] : [{ text: words.onlyDebt({ debt }), held: debts }]
  const averted = rangeText(verdict.averted!.reform, 100, 0)
  const first = words.averts({ averted })
  if (debts === undefined) return [{ text: first, held: averts }]
  const also = words.alsoDebt({ debt })
  return [{ text: joined([first, also], { en: ' ', zh: '，' }), held: Math.min(averts, debts) }]
}

const spendingSentence = (verdict: Verdict, budget: number): Sentence[] => {
  const small = verdict.averted === null ? undefined : agreed(verdict, 'spendingSmall')
  const aims = agreed(verdict, ...ownAims)
  if (small === undefined) return aims === undefined ? [] : [{ text: words.onlyAims, held: aims }]
  const most = show(100 * Math.max(0, verdict.averted!.spending.high), 0)
  const first = words.spending({ budget: show(100 * budget, 1), most })
  if (aims === undefined) return [{ text: first, held: small }]
  return [{ text: joined([first, words.ownAims], { en: '; ', zh: '，' }), held: Math.min(small, aims) }]
}

/** A sentence with the settings in which it holds, where it does not in all. */
const counted = ({ text, held }: Sentence, all: number, count: typeof words.count): Both<string> =>
  held === all ? text : joined([text, count({ held, all })], { en: ' ', zh: '' })

/** The lead, in at most 70 words. `budget` is the share of output that packages spend. */
export const leadOf = (verdict: Verdict, region: Both<string>, budget: number): Both<string> => {
  const { settings: all } = verdict
  const sentences = [firstSentence(verdict, region), ...reformSentence(verdict), ...spendingSentence(verdict, budget)]
  const first = sentences.find(({ held }) => held < all)
  const written = sentences.map(one => counted(one, all, one === first ? words.count : words.countAgain))
  return joined([joined(written, { en: '. ', zh: '；' }), { en: '.', zh: '。' }], { en: '', zh: '' })
}

/**
 * The parts of the growth of the share from people and from output per head, directly under the verdict, and the finding
 * of another model of the same areas where there is one.
 */
export const partsText = ({ weight, people, perHead, within, settings: all }: Verdict): Both<string> => {
  const growth = (of: SettingRange): Both<string> => rangeText(of, 100, 1)
  const parts = words.parts({ growth: growth(weight), people: growth(people), perHead: growth(perHead) })
  const { standing, loses } = perHead
  const kept = standing === 'open' ? words.perHead.open({ loses, all }) : words.perHead[standing]
  const between = { en: ' ', zh: '' }
  if (within === null) return joined([parts, kept], between)
  const { settings, stopped } = within
  const linked = words.withinNation({ settings, share: rangeText(within.share, 100, 1), stopped })
  // Below it stands what falls behind.
  return joined([parts, ...(standing === 'open' ? [kept] : []), linked], between)
}

/** The same as the lead for a phone, in about 20 words. */
export const phoneText = (verdict: Verdict, region: Both<string>): Both<string> => {
  const { settings: all, stopped, weight, averted } = verdict
  const { phone } = words
  const none = noneHolds(verdict)
  const text = wordOf(phone, verdict)({ region, stopped, loses: weight.loses, all })
  const first = none === undefined || none === all ? text : joined([text, words.phoneCount], { en: ' ', zh: '' })
  const slows = averted !== null && agreed(verdict, 'reformAverts') !== undefined
  const debt = agreed(verdict, 'reformDebt') !== undefined
  const hardly = slows && agreed(verdict, 'spendingSmall') !== undefined
  if (none === undefined) return joined([first, { en: '.', zh: '。' }], { en: '', zh: '' })
  const parts = [
    ...(slows ? [phone.slows] : []),
    ...(debt ? [slows ? { en: ` ${phone.cutsDebt.en}`, zh: `、${phone.cutsDebt.zh}` } : phone.reformCutsDebt] : []),
    ...(hardly ? [phone.hardly] : []),
  ]
  return joined([first, ...parts, { en: '.', zh: '。' }], { en: '', zh: '' })
}

/** The settings that voted are counted, and it is said on what they differ. */
export const votesText = ({ settings, reduced }: Verdict): Both<string> =>
  (reduced ? words.reduced : words.votes)({ settings })
