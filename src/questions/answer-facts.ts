/** The picture of an answer, the share of the nation's output from the past to the end, and four facts under it. */

import texts from '../texts/answer.ts'
import type { SettingRange } from '../analysis/answer/standing.ts'
import type { Answer } from '../analysis/answer/verdict.ts'
import { yearsFrom } from '../analysis/runs/years.ts'
import { number } from '../analysis/words/numbers.ts'
import { ln } from '../language/elementary.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { designedId } from '../model/design.ts'
import { moneyIn, percentSign } from './core/names.ts'
import { type Drawing, type Fact, joined, type Line, marks, type Section, section, type Series } from './core/report.ts'

const say = bothTexts(texts)

/** A share that moved less, as a part of itself, is said to have hardly changed. */
const hardly = 0.05

/** The finding of the picture: what was published, and what current policy leads to. */
const findingOf = ({ verdict: { share, weight } }: Answer): Both<string> => {
  const [first, ...others] = Object.entries(share!.past)
  if (first === undefined || others.length === 0) return say.share
  const change = ln(others.at(-1)![1] / first[1])
  const past = change < -hardly ? 'fell' : change > hardly ? 'rose' : 'held'
  const { loses, losesAgain, gains, gainsAgain, holds, open } = say.shareFuture
  const future = {
    loses: past === 'fell' ? losesAgain : loses,
    gains: past === 'rose' ? gainsAgain : gains,
    holds,
    keeps: holds,
    open,
  }[weight.standing]
  return joined([say.sharePast[past]({ year: first[0] }), future], marks.clauses)
}

/** The share of national output, as published and in the central projection, with its ranges over all settings. */
export const shareByYear = (answer: Answer): Series[] => {
  const { reforms, start, end, verdict } = answer
  const { share } = verdict
  if (share === null) return []
  const published = Object.keys(share.past).map(Number)
  const from = Math.min(start, ...published)
  const years = yearsFrom(from, end)
  // The past is that among the areas of the nation: it is not joined to what follows.
  const modelled = (values: readonly number[]): number[] =>
    years.map(year =>
      year < start || (published.length > 0 && year <= share.year)
        ? Number.NaN
        : share.ofWeight * values[year - start]!,
    )
  const part = (id: 'current' | 'mixture' | 'reform', range: SettingRange) => ({
    id,
    names: say.shareUnder[id],
    values: modelled(reforms.weights[id]),
    of: { outcome: 'share', scenario: id === 'current' ? 'A' : id },
    range,
  })
  const parts = [part('current', share.current), part('reform', share.reform), part('mixture', share.spending)]
  const past = { id: 'past', names: say.sharePublished, values: years.map(year => share.past[year] ?? Number.NaN) }
  const beside = published.length === 0 ? [] : [past]
  const show = { scale: 100, digits: 1, unit: percentSign }
  const drawing: Drawing = {
    as: 'lines',
    title: findingOf(answer),
    ...show,
    unit: say.shareUnit({ end, settings: verdict.settings }),
    ...(beside.length === 0 ? {} : { note: say.shareNote({ year: share.year }) }),
    parts,
    beside,
  }
  return [
    {
      kind: 'series',
      id: 'share',
      title: say.share,
      head: say.shareHead,
      years,
      shown: years.filter(year => year === from || year === share.year || (year % 10 === 0 && year !== 2020)),
      lines: [...beside, ...parts].map((line): Line => ({ ...line, ...show })),
      ranges: say.shareRange({ end }),
      drawing,
    },
  ]
}

/** Population or output per head: what keeps the region from holding its place. */
const standsText = ({ verdict: { people, perHead } }: Answer): Both<string> => {
  const { stands } = say
  if (people.standing !== 'loses')
    return perHead.standing === 'loses' ? stands.perHead : perHead.standing === 'open' ? stands.open : stands.neither
  return perHead.standing === 'loses' ? stands.both : perHead.standing === 'open' ? stands.peopleOpen : stands.people
}

const providedText = ({ reforms: { breakpoint } }: Answer): Both<string> => {
  const { provided } = say
  if (breakpoint === null) return provided.carriedOut
  const { share } = breakpoint
  const more =
    share === 0
      ? provided.without
      : share === null
        ? provided.noMore
        : provided.gains({ share: number(100 * share, 0) })
  return joined([provided.carriedOut, more], marks.sentences)
}

/** The obstacle, the cost of full reform, its bearers on balance, and the condition on which that rests. */
export const factsOf = (answer: Answer): Section => {
  const { packages, reforms } = answer
  const { grossCost, costAfterFeedback } = packages.find(({ id }) => id === designedId(undefined, 'full'))!
  const budgets = (['province', 'centre'] as const).map(id => ({ id, cost: costAfterFeedback[id].perYear }))
  const bear = [
    ...budgets.filter(({ cost }) => cost > 0).map(({ id }) => say.bear[id]),
    ...(reforms.pensions[designedId(undefined, 'labour')]! < 0 ? [say.bear.retiring] : []),
  ]
  const gain = budgets.filter(({ cost }) => cost < 0).map(({ id }) => say.bearGains[id])
  const bears = [...(bear.length === 0 ? [] : [say.bears({ list: joined(bear, { en: ' and ', zh: '和' }) })]), ...gain]
  const facts: ReadonlyArray<readonly [name: Both<string>, message: Both<string>]> = [
    [say.fact.stands, standsText(answer)],
    [say.fact.costs, say.costs({ money: moneyIn(answer, grossCost.perYear) })],
    [say.fact.bears, joined(bears, marks.sentences)],
    [say.fact.provided, providedText(answer)],
  ]
  return section(say.facts, ...facts.map(([name, message]): Fact => ({ kind: 'text', message, name })))
}
