/** The page of `heartland goal`: the setting found, how sure it is, and which lever gives what. */

import type { explainPolicy } from '../analysis/explain/change.ts'
import { type Shown, shownAs } from '../analysis/explain/shown.ts'
import type { GoalResult } from '../analysis/goal/goal.ts'
import { goalMessages } from '../analysis/goal/messages.ts'
import type { GoalTarget } from '../analysis/goal/targets.ts'
import { money, number, signed } from '../analysis/numbers.ts'
import { unitInWords } from '../language/unit-words.ts'
import { leverName, leverUnit } from '../model/names/levers.ts'
import { unitWords } from '../model/names/units.ts'
import { currencyWord } from '../language/currency.ts'
import type { Both, Language, Message } from '../language/messages.ts'
import type { RegionData } from '../regions/types.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, numberColumn, numberColumns, textColumns } from './terminal/table.ts'

type Explained = ReturnType<typeof explainPolicy>

export const moneyInBoth = (billions: number, currency: string): Both<string> => ({
  en: money(billions, currency),
  zh: `${number(10 * billions, 0)}亿${currencyWord(currency, 'zh')}`,
})

export const leverTable = (
  { levers }: { readonly levers: ReadonlyArray<Omit<GoalResult['levers'][number], 'atBound'>> },
  screen: Screen,
): string => {
  const { language, say } = screen
  return screen.table(
    [
      ...textColumns(say(goalMessages.lever())),
      numberColumn(say(goalMessages.now()), 2),
      numberColumn(say(goalMessages.setTo()), 2),
      ...numberColumns(say(goalMessages.bounds())),
      ...textColumns(say(goalMessages.unit())),
    ],
    levers.map(({ name, doc, unit, standard, value, bounds: [low, high] }): Cell[] => {
      const chinese = leverUnit(name, unit, 'zh')
      const scale = language === 'zh' ? chinese.scale : 1
      return [
        language === 'zh' ? `${name}：${leverName(name, doc, language)}` : `${name}: ${doc}`,
        scale * standard,
        scale * value,
        `${number(scale * low)} ${language === 'zh' ? '至' : 'to'} ${number(scale * high)}`,
        language === 'zh'
          ? chinese.text.trim()
          : unit.startsWith('%')
            ? leverUnit(name, unit, language).text.trim()
            : unitInWords(unit),
      ]
    }),
  )
}

/** How tables show an outcome: shares in per cent, people in Chinese in 万人. */
const shownIn = ({ variable, unit }: Explained['outcome'], language: Language): Shown => {
  const shown = shownAs(variable, unit)
  if (language === 'en') return { ...shown, unit: ` ${shown.unit}`, changeUnit: ` ${shown.changeUnit}` }
  if (shown.changeUnit === 'points') return { ...shown, unit: ' %', changeUnit: '个百分点' }
  const { scale, text } = unitWords(unit, 'zh')
  return { ...shown, scale, unit: text, changeUnit: text.trim() }
}

const contributions = ({ outcome, parts, change }: Explained): Message => {
  const [en, zh] = [shownIn(outcome, 'en'), shownIn(outcome, 'zh')]
  const told = (value: number, { scale, digits }: Shown): string => signed(value * scale, digits)
  return goalMessages.contributions({
    outcome: outcome.text,
    change: { en: `${told(change, en)}${en.changeUnit}`, zh: `${told(change, zh)}${zh.changeUnit}` },
    parts: parts.map(({ id, label, value }) => ({
      en: `${label} ${told(value, en)}`,
      zh: `${leverName(id, label, 'zh')} ${told(value, zh)}`,
    })),
  })
}

/** Where a target stands before any lever is moved, in the unit of tables: who typed 75 for 75 % sees 7,500 %. */
const standing = ({ target: { bound, atLeast }, outcome, now }: Standing): Message => {
  const [en, zh] = [shownIn(outcome, 'en'), shownIn(outcome, 'zh')]
  const told = (value: number, { scale, digits, unit }: Shown): string => `${number(value * scale, digits)}${unit}`
  const both = (value: number): Both<string> => ({ en: told(value, en), zh: told(value, zh) })
  return goalMessages.standing({ outcome: outcome.text, now: both(now), bound: both(bound), atLeast })
}

export interface Standing {
  readonly target: Pick<GoalTarget, 'bound' | 'atLeast'>
  readonly outcome: Explained['outcome']
  /** In the central projection of the policy that the search starts from. */
  readonly now: number
}

interface Head {
  readonly region: Pick<RegionData, 'names' | 'currency'>
  readonly name: string
  readonly modelError: boolean
}

export const goalPage = (
  found: GoalResult,
  standings: readonly Standing[],
  explained: readonly Explained[],
  { region, name, modelError }: Head,
  screen: Screen,
): string => {
  const { chance, checked, before, presentValue, change, range, levers, spare, settingsTried } = found
  const { language, say } = screen
  const chinese = language === 'zh'
  const share = (one: GoalResult['chance']): string => `${number(100 * one.share, 1)} %`
  const sentence = found.messages.map(say).join(chinese ? '；' : '; ')
  const beside = [
    goalMessages.beside({
      before: share(before),
      own: share(chance),
      checked: share(checked),
      members: checked.members,
    }),
    ...(spare <= 0 ? [] : [goalMessages.spare({ number: spare })]),
    goalMessages.outlay({ cost: moneyInBoth(presentValue, region.currency), change: number(change, 2) }),
  ]
  const end = (value: number | null): string => (value === null ? say(goalMessages.outside()) : number(value, 3))
  const title = `${region.names[language] ?? region.names.en}${chinese ? '：' : ': '}${say(goalMessages.title())}`
  const tried = goalMessages.tried({ name, members: chance.members, settings: settingsTried })
  return [
    `${screen.heading(title)}  ${screen.colours.dim(say(tried))}`,
    screen.paragraph(`${sentence[0].toUpperCase()}${sentence.slice(1)}${chinese ? '。' : '.'}`),
    leverTable(found, screen),
    screen.paragraph(beside.map(say).join(chinese ? '' : ' ')),
    ...(range === null
      ? []
      : [screen.paragraph(say(goalMessages.range({ name: levers[0].name, low: end(range[0]), high: end(range[1]) })))]),
    ...standings.map(one => screen.paragraph(say(standing(one)))),
    ...explained.map(one => screen.paragraph(say(contributions(one)))),
    screen.aside(say(modelError ? goalMessages.withModelError() : goalMessages.withoutModelError())),
  ].join('\n\n')
}
