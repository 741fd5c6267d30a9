/** Lays out the answer for the terminal: the question, the conclusion in a few sentences, and the tables behind it. */

import { currencyWord } from '../language/currency.ts'
import { classOrder, classWords, criteria, type FutureClass } from '../model/criteria.ts'
import type { RegionData } from '../regions/types.ts'
import { changesPart, conditionLines, robustnessNote, robustnessTable } from './answer-changes.ts'
import { whoPaysPart } from './answer-financing.ts'
import { accountsLine, assumedLines, identityLine } from './answer-foot.ts'
import { opening } from './answer-sentence.ts'
import type { AnswerReason } from '../analysis/answer-reasons.ts'
import { lowered } from '../language/lowered.ts'
import { inRegion, titleOf } from '../outcomes/catalogue.ts'
import { type Outcome, shownOutcomes } from '../analysis/outcomes.ts'
import { withUnit } from '../scenario/problems.ts'
import type { LeverUse } from '../analysis/packages.ts'
import { shareError } from '../analysis/quantiles.ts'
import { money, number, signed } from '../analysis/numbers.ts'
import { payerInWords } from '../questions/core/payer-words.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, numberColumn, numberColumns, type TextColumn, textColumns } from './terminal/table.ts'
import { displayWidth, padEnd } from './terminal/width.ts'
import { type Answer, type OutcomeBand, type PackageAnswer, type Probabilities } from '../analysis/verdict.ts'

const nameOf = ({ id, name }: Pick<PackageAnswer, 'id' | 'name'>): string => `${id} ${name}`

/** Most often revived first; among equals, by the criteria met on average. */
const ranked = <T extends Pick<Probabilities, 'probability' | 'meanScore'>>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => b.probability.revived - a.probability.revived || b.meanScore - a.meanScore)

const hundredth = (share: number): string => number(share * 100, 0)

/** '19 ± 2', in % of simulations. */
const withError = (probabilities: Probabilities, one: FutureClass): string =>
  `${hundredth(probabilities.probability[one])} ± ${hundredth(probabilities.probabilityError[one])}`

const classHeads: Readonly<Record<FutureClass, string>> = {
  revived: 'Revived',
  stabilised: 'Stabilised',
  managedDecline: 'Decline',
  none: 'Unclear',
  distress: 'Distress',
}

const shades: Readonly<Record<FutureClass, string>> = {
  revived: '█',
  stabilised: '▓',
  managedDecline: '▒',
  none: '░',
  distress: '╳',
}

/** A bar of all simulations by class, best to worst. */
const bar = ({ probability }: Probabilities, length: number, { colours }: Screen): string => {
  const paint: Readonly<Record<FutureClass, (text: string) => string>> = {
    revived: colours.green,
    stabilised: colours.cyan,
    managedDecline: colours.yellow,
    none: colours.dim,
    distress: colours.red,
  }
  let sum = 0
  return classOrder
    .map(one => {
      const from = Math.round(sum * length)
      sum += probability[one]
      return paint[one](shades[one].repeat(Math.round(sum * length) - from))
    })
    .join('')
}

const leastBar = 16
const longestBar = 40
const gap = 2

const verdictTable = (answer: Answer, screen: Screen): string => {
  const names = Math.max(...answer.packages.map(one => displayWidth(nameOf(one))))
  const shares = classOrder.reduce((sum, one) => sum + gap + displayWidth(classHeads[one]), 0)
  const room = Math.min(longestBar, screen.width - names - shares - gap - gap - displayWidth('Criteria'))
  const barred = room >= leastBar
  const columns: TextColumn[] = [
    ...textColumns('Package'),
    numberColumn('Criteria', 1),
    ...numberColumns(...classOrder.map(one => classHeads[one])),
    ...(barred ? [{ header: padEnd('All simulations', room), kind: 'number' } as const] : []),
  ]
  const rows = ranked(answer.packages).map((policyPackage): Cell[] => [
    nameOf(policyPackage),
    policyPackage.meanScore,
    ...classOrder.map(one => withError(policyPackage, one)),
    ...(barred ? [bar(policyPackage, room, screen)] : []),
  ])
  return screen.table(columns, rows)
}

const yearText = (year: number | null, end: number): string => (year === null ? `>${end % 100}` : String(year % 100))

const bandCell = (declared: Outcome, outcome: OutcomeBand, end: number): readonly [string, string] => {
  const { low, median, high } = outcome
  if (declared.year === true) return [yearText(median, end), `${yearText(low, end)}–${yearText(high, end)}`]
  const { scale, digits } = declared.shown.en
  const [from, mid, to] = [low, median, high].map(value => number((value ?? 0) * scale, digits))
  return [mid, `${from}${from.startsWith('-') || to.startsWith('-') ? '…' : '–'}${to}`]
}

const outcomeTable = ({ packages, end, currency }: Answer, screen: Screen): string =>
  screen.across(
    'Outcome',
    packages.map(({ id }) => id),
    shownOutcomes.map(declared => {
      const label =
        declared.year === true
          ? `${declared.names.en} 20..`
          : titleOf({
              ...inRegion(declared, { currency }),
              names: { en: packages[0].outcomes[declared.id].label, zh: '' },
            })
      return {
        label,
        cells: packages.map(policyPackage => bandCell(declared, policyPackage.outcomes[declared.id], end)),
      }
    }),
  )

const criteriaTable = ({ packages }: Answer, screen: Screen): string => {
  const row = (label: string, cell: (policyPackage: PackageAnswer) => string) => ({
    label,
    cells: packages.map(policyPackage => [cell(policyPackage)] as const),
  })
  return screen.across(
    '% of simulations',
    packages.map(({ id }) => id),
    [
      ...criteria.map(({ id, names }) => row(`${id} ${names.en}`, one => hundredth(one.criteria[id]))),
      row('Criteria met, average (of 8)', one => number(one.meanScore, 1)),
      row('Output falls in two consecutive quarters, 2036–37', one => hundredth(one.recessionShare)),
      row('Recession starts in 2026–30', one => hundredth(one.risks.recession.within20Quarters)),
      row('Pension gap above its limit by 2040', one => hundredth(one.outcomes['pensionSolvencyYear'].share ?? 0)),
      row('Debt ratio higher in 2040 than in 2035', one => hundredth(one.risks.debt.rising.share)),
      row('Payment arrears or capitalised interest', one => hundredth(one.risks.debt.paymentStress.share)),
    ],
  )
}

/** How criteria are graded, and the sampling error of the shares. */
const sureness = ({ definitions, members }: Answer): string =>
  `${definitions['degree']} The standard error of these shares is at most ${number(shareError(0.5, members) * 100, 1)} percentage points.`

const most = 3

const costTable = ({ packages }: Answer, screen: Screen): string =>
  screen.table(
    [
      ...textColumns('Package'),
      ...numberColumns('gross a year', 'after feedback', 'provincial', 'central'),
      ...textColumns('Main items'),
    ],
    packages.map(policyPackage => {
      const { grossCost, costAfterFeedback } = policyPackage
      const nothing = grossCost.items.length === 0
      const lost = (name: keyof typeof costAfterFeedback): string | null =>
        nothing ? null : signed(costAfterFeedback[name].perYear, 1)
      const largest = grossCost.items.filter(({ perYear }) => perYear > 0).slice(0, most)
      return [
        nameOf(policyPackage),
        grossCost.perYear,
        lost('total'),
        lost('province'),
        lost('centre'),
        largest.map(({ what, perYear }) => `${lowered(what.split('; ')[0])} ${number(perYear, 0)}`).join(', '),
      ]
    }),
  )

const financingText = ({ packages }: Answer): string => {
  const paid = packages.filter(({ financing }) => financing.length > 0)
  const told = paid.map(({ financing }) =>
    financing.map(({ payer, how, share }) => `${hundredth(share)} % by the ${payerInWords(payer)} (${how})`).join(', '),
  )
  return new Set(told).size === 1
    ? `Provincial outlays of each package are financed ${told[0]}.`
    : paid.map(({ id }, at) => `Provincial outlays of ${id} are financed ${told[at]}.`).join(' ')
}

/** The packages that do not spend the common budget, and what they spend. */
const shortfallText = ({ packages, cost, currency }: Answer): string =>
  packages
    .filter(({ shortfall }) => shortfall !== 0)
    .map(({ id, grossCost, shortfall }) => {
      const why =
        shortfall > 0 ? 'even with its spending levers at their limits' : 'because its reforms alone cost more'
      return `${id} does not have the same cost: it spends ${money(grossCost.presentValue, currency)} instead of ${money(cost.presentValue, currency)}, ${why}.`
    })
    .join(' ')

const withoutTable = (answer: Answer, screen: Screen): string => {
  const bare = ranked(answer.packages.map(one => ({ ...one, ...one.withoutFreeLevers })))
  const columns: TextColumn[] = [
    ...textColumns('Package'),
    ...numberColumns('Revived'),
    numberColumn('Rank', 0),
    ...numberColumns('spending only'),
    numberColumn('Rank', 0),
    ...numberColumns('Distress', 'spending only'),
  ]
  const rows = ranked(answer.packages).map((policyPackage, at): Cell[] => {
    const { withoutFreeLevers: without } = policyPackage
    return [
      nameOf(policyPackage),
      withError(policyPackage, 'revived'),
      at + 1,
      without === null ? 'no reforms' : withError(without, 'revived'),
      bare.findIndex(({ id }) => id === policyPackage.id) + 1,
      withError(policyPackage, 'distress'),
      without === null ? null : withError(without, 'distress'),
    ]
  })
  return screen.table(columns, rows)
}

/** 'mixedOwnershipPace  Pace of mixed ownership …: currently 1 % a year, 6 in E, 4 in G; affects mixedShare'. */
const freeLeverLines = ({ packages }: Answer, screen: Screen): string => {
  const uses = new Map<string, { of: LeverUse; settings: Map<number, string[]> }>()
  for (const { id, levers } of packages) {
    for (const lever of levers.filter(({ free }) => free)) {
      const use = uses.get(lever.name) ?? { of: lever, settings: new Map<number, string[]>() }
      use.settings.set(lever.value, [...(use.settings.get(lever.value) ?? []), id])
      uses.set(lever.name, use)
    }
  }
  return screen.entries(
    [...uses].map(([name, { of, settings }]) => {
      const values = [...settings].map(([value, ids]) => `${value} in ${ids.join(' ')}`)
      return [
        name,
        `${of.doc}: currently ${withUnit(of.standard, of.unit)}, ${values.join(', ')}; affects ${of.actsOn.join(', ')}`,
      ]
    }),
  )
}

const areasTable = (answer: Answer, screen: Screen): string => {
  const [best] = ranked(answer.packages)
  const [nothing] = answer.packages
  const shown = best === nothing ? [nothing] : [nothing, best]
  const rows = nothing.areas.flatMap((area, at) =>
    shown.map((policyPackage, line): Cell[] => [
      line === 0 ? area.name : '',
      nameOf(policyPackage),
      ...classOrder.map(one => withError(policyPackage.areas[at], one)),
    ]),
  )
  return screen.table(
    [...textColumns('Province', 'Package'), ...numberColumns(...classOrder.map(one => classHeads[one]))],
    rows,
  )
}

const classLines = ({ definitions }: Answer, screen: Screen): string =>
  screen.entries(classOrder.map(one => [`${shades[one]} ${classWords[one].names.en}`, definitions[one]]))

const outcomesTitle = ({ packages, members }: Answer): string =>
  `Outcomes: ${packages.length - 1} packages of equal cost and current policy, % of ${number(members, 0)} simulations`

const section = (title: string, screen: Screen, ...parts: string[]): string =>
  [screen.heading(title), ...parts].join('\n')

const verdictSection = (answer: Answer, screen: Screen): string =>
  section(
    outcomesTitle(answer),
    screen,
    verdictTable(answer, screen),
    screen.aside(
      `Criteria: how many of ${criteria.length} are met on average. Classes: ± is the standard error due to the number of simulations. All packages face the same random shocks.`,
    ),
    '',
    classLines(answer, screen),
  )

const costSection = (answer: Answer, screen: Screen): string => {
  const { cost, end, currency } = answer
  const text =
    `Gross outlay: spending of the measures beyond current policy in the central projection. Packages have the same present value, ${money(cost.presentValue, currency)} at a real discount rate of ${number(cost.discountRate * 100, 0)} %, ` +
    `equal to ${number(cost.shareOfOutput * 100)} % of ${cost.from - 1} output (${money(cost.perYear, currency)}) a year from ${cost.from} to ${end}. ${shortfallText(answer)} ${financingText(answer)} ` +
    'After feedback: net cost to the provincial and central budgets a year after taxes and spending have responded (central projection, compared with current policy). Gross outlay and cost after feedback measure different things and do not add up.'
  return section(
    `Cost and financing, bn ${currencyWord(currency, 'en')} at start-year prices`,
    screen,
    costTable(answer, screen),
    screen.paragraph(text.replaceAll(/ +/g, ' ')),
  )
}

const outcomeSection = (answer: Answer, screen: Screen): string =>
  section(
    'Other outcomes: median, and below it the middle 80 % of simulations',
    screen,
    outcomeTable(answer, screen),
    screen.aside(`Pensions: ${answer.definitions['pensionSolvencyYear']}`),
  )

const criteriaSection = (answer: Answer, screen: Screen): string =>
  section(
    'Criteria and risks',
    screen,
    criteriaTable(answer, screen),
    screen.aside(sureness(answer)),
    '',
    screen.entries(criteria.map(({ id }) => [id, answer.definitions[id]])),
  )

const freeSection = (answer: Answer, screen: Screen): string =>
  section(
    'How the ranking depends on reforms without direct cost',
    screen,
    withoutTable(answer, screen),
    screen.paragraph(
      `${answer.definitions['freeLever']} Spending only: the same spending scaled to the same total cost, with these reforms left at current policy.`,
    ),
    freeLeverLines(answer, screen),
  )

const lastSection = (answer: Answer, screen: Screen): string =>
  section(
    'Reliability',
    screen,
    screen.paragraph(answer.caution),
    accountsLine(answer, screen),
    identityLine(answer, screen),
  )

const robustnessSection = (answer: Answer, screen: Screen): string[] => {
  const { robustness } = answer
  if (robustness === null) return []
  return [
    section(
      'How the ranking depends on conditions',
      screen,
      robustnessTable(answer, robustness, screen),
      conditionLines(robustness, screen),
      robustnessNote(robustness, screen),
      ...whoPaysPart(answer, robustness.whoPays, screen),
    ),
  ]
}

export const answerPage = (
  answer: Answer,
  region: RegionData,
  reasons: readonly AnswerReason[],
  screen: Screen,
): string =>
  [
    ...opening(answer, region, screen),
    section(
      'What the packages change, 2033–37 compared with current policy',
      screen,
      ...changesPart(answer, reasons, screen),
    ),
    verdictSection(answer, screen),
    ...robustnessSection(answer, screen),
    costSection(answer, screen),
    outcomeSection(answer, screen),
    criteriaSection(answer, screen),
    ...(answer.packages.some(({ withoutFreeLevers }) => withoutFreeLevers !== null)
      ? [freeSection(answer, screen)]
      : []),
    ...(answer.packages[0].areas.length > 0
      ? [section('Outcomes by province, % of simulations', screen, areasTable(answer, screen))]
      : []),
    section('Evidence behind the inputs', screen, assumedLines(answer, screen)),
    lastSection(answer, screen),
  ].join('\n\n')

/** The main result, with the definitions and caveats that belong to it. */
export const briefPage = (answer: Answer, region: RegionData, screen: Screen): string =>
  [...opening(answer, region, screen), verdictSection(answer, screen), lastSection(answer, screen)].join('\n\n')

/** A short summary for readers who are about to open the app: the conclusion, and one line for each package. */
export const summaryPage = (answer: Answer, region: RegionData, screen: Screen): string =>
  [
    ...opening(answer, region, screen),
    section(outcomesTitle(answer), screen, verdictTable(answer, screen)),
    screen.aside(`Full result: heartland answer ${answer.region}`),
  ].join('\n\n')
