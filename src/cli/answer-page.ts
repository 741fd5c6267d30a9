/** The printed answer: the question, one sentence, and the tables behind it. */

import { classNames, criteria, type FutureClass } from '../model/criteria.ts'
import type { RegionData } from '../regions/types.ts'
import { accountsLine, assumedLines, identityLine } from './answer-foot.ts'
import { opening } from './answer-sentence.ts'
import { classOrder } from '../analysis/classes.ts'
import { outcomes, shownOutcomes, titleOf } from '../analysis/outcomes.ts'
import type { LeverUse } from '../analysis/packages.ts'
import { shareError } from '../analysis/quantiles.ts'
import { number, signed, yuan } from '../analysis/numbers.ts'
import { across, aside, entries, heading, paragraph } from './terminal/page.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, type Column, table } from './terminal/table.ts'
import { displayWidth, padEnd } from './terminal/width.ts'
import { type Answer, type OutcomeBand, type PlaybookAnswer, type Probabilities } from '../analysis/verdict.ts'

const nameOf = ({ id, name }: Pick<PlaybookAnswer, 'id' | 'name'>): string => `${id} ${name}`

/** Most often revived first; among equals, least often in distress. */
const ranked = <T extends Pick<Probabilities, 'probability'>>(list: readonly T[]): T[] =>
  list.toSorted(
    (a, b) => b.probability.revived - a.probability.revived || a.probability.distress - b.probability.distress,
  )

const hundredth = (share: number): string => number(share * 100, 0)

/** '19 ± 2', in % of futures. */
const withError = (probabilities: Probabilities, one: FutureClass): string =>
  `${hundredth(probabilities.probability[one])} ± ${hundredth(probabilities.probabilityError[one])}`

const classHeads: Readonly<Record<FutureClass, string>> = {
  revived: 'Revived',
  stabilised: 'Stabilised',
  managedDecline: 'Decline',
  none: 'Muddling',
  distress: 'Distress',
}

const shades: Readonly<Record<FutureClass, string>> = {
  revived: '█',
  stabilised: '▓',
  managedDecline: '▒',
  none: '░',
  distress: '╳',
}

/** A bar of all futures by class, best to worst. */
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
  const names = Math.max(...answer.playbooks.map(one => displayWidth(nameOf(one))))
  const shares = classOrder.reduce((sum, one) => sum + gap + displayWidth(classHeads[one]), 0)
  const room = Math.min(longestBar, screen.width - names - shares - gap)
  const barred = room >= leastBar
  const columns: Column[] = [
    { header: 'Package', kind: 'text' },
    ...classOrder.map((one): Column => ({ header: classHeads[one], kind: 'number' })),
    ...(barred ? [{ header: padEnd('All futures', room), kind: 'number' } as const] : []),
  ]
  const rows = ranked(answer.playbooks).map((playbook): Cell[] => [
    nameOf(playbook),
    ...classOrder.map(one => withError(playbook, one)),
    ...(barred ? [bar(playbook, room, screen)] : []),
  ])
  return table(columns, rows, screen)
}

const yearText = (year: number | null, end: number): string => (year === null ? `>${end % 100}` : String(year % 100))

const bandCell = (id: string, outcome: OutcomeBand, end: number): readonly [string, string] => {
  const declared = outcomes.find(one => one.id === id)!
  const { low, median, high } = outcome
  if (declared.year === true) return [yearText(median, end), `${yearText(low, end)}–${yearText(high, end)}`]
  const { scale, digits } = declared.shown
  const [from, mid, to] = [low, median, high].map(value => number((value ?? 0) * scale, digits))
  return [mid, `${from}${from.startsWith('-') || to.startsWith('-') ? '…' : '–'}${to}`]
}

const outcomeTable = ({ playbooks, end }: Answer, screen: Screen): string =>
  across(
    'Outcome',
    playbooks.map(({ id }) => id),
    shownOutcomes.map(id => {
      const declared = outcomes.find(one => one.id === id)!
      const label = declared.year === true ? `${declared.label} 20..` : titleOf(declared)
      return { label, cells: playbooks.map(playbook => bandCell(id, playbook.outcomes[id], end)) }
    }),
    screen,
  )

const criteriaTable = ({ playbooks }: Answer, screen: Screen): string => {
  const row = (label: string, cell: (playbook: PlaybookAnswer) => string) => ({
    label,
    cells: playbooks.map(playbook => [cell(playbook)] as const),
  })
  return across(
    '% of futures',
    playbooks.map(({ id }) => id),
    [
      ...criteria.map(({ id, name }) =>
        id === 'C7'
          ? row(`${id} ${name}`, one => (one.criteria[id] === 1 ? 'yes' : 'no'))
          : row(`${id} ${name}`, one => hundredth(one.criteria[id])),
      ),
      row('Criteria met, mean of 8', one => number(one.meanScore, 1)),
      row('Output falls two quarters running, 2036–37', one => hundredth(one.recessionShare)),
      row('A recession starts in 2026–30', one => hundredth(one.risks.recession.within20Quarters)),
      row('Pension gap beyond its bound by 2040', one => hundredth(one.outcomes['pensionSolvencyYear'].share ?? 0)),
      row('Debt ratio higher in 2040 than in 2035', one => hundredth(one.risks.debt.rising.share)),
      row('Bills unpaid or interest capitalised', one => hundredth(one.risks.debt.paymentStress.share)),
    ],
    screen,
  )
}

/** How far the shares could move with other draws, and where that would turn C7. */
const sureness = ({ playbooks, members }: Answer): string => {
  const error = (share: number): number => shareError(share, members)
  const open = playbooks.filter(({ recessionShare: share }) => Math.abs(share - 0.15) < 2 * error(share))
  const turns = `C7 could turn with other draws in ${open.map(({ id }) => id).join(' ')}: more futures settle it.`
  return `Standard errors of these shares are at most ± ${number(error(0.5) * 100, 1)}.${open.length > 0 ? ` ${turns}` : ''}`
}

const most = 3

const costTable = ({ playbooks }: Answer, screen: Screen): string =>
  table(
    [
      { header: 'Package', kind: 'text' },
      { header: 'a year', kind: 'number' },
      { header: 'present', kind: 'number', digits: 0 },
      { header: 'province', kind: 'number' },
      { header: 'centre', kind: 'number' },
      { header: 'Mostly for', kind: 'text' },
    ],
    playbooks.map(playbook => {
      const { costPerYear, costPresentValue, netCost, items } = playbook
      const largest = items.filter(({ cost }) => cost > 0).slice(0, most)
      return [
        nameOf(playbook),
        costPerYear,
        costPresentValue,
        playbook.items.length === 0 ? null : signed(netCost.province, 1),
        playbook.items.length === 0 ? null : signed(netCost.centre, 1),
        largest.map(({ name, cost }) => `${name.toLowerCase()} ${number(cost, 0)}`).join(', '),
      ]
    }),
    screen,
  )

const payersText = ({ playbooks }: Answer): string => {
  const paid = playbooks.filter(({ payers }) => payers.length > 0)
  const told = paid.map(({ payers }) =>
    payers.map(({ payer, how, share }) => `${hundredth(share)} % by the ${payer} (${how})`).join(', '),
  )
  return new Set(told).size === 1
    ? `Each package is paid ${told[0]}.`
    : paid.map(({ id }, at) => `${id} is paid ${told[at]}.`).join(' ')
}

const withoutTable = (answer: Answer, screen: Screen): string => {
  const bare = ranked(answer.playbooks.map(one => ({ ...one, ...one.withoutFreeLevers })))
  const columns: Column[] = [
    { header: 'Package', kind: 'text' },
    { header: 'Revived', kind: 'number' },
    { header: 'Rank', kind: 'number', digits: 0 },
    { header: 'without free', kind: 'number' },
    { header: 'Rank', kind: 'number', digits: 0 },
    { header: 'Distress', kind: 'number' },
    { header: 'without free', kind: 'number' },
  ]
  const rows = ranked(answer.playbooks).map((playbook, at): Cell[] => {
    const { withoutFreeLevers: without } = playbook
    return [
      nameOf(playbook),
      withError(playbook, 'revived'),
      at + 1,
      without === null ? 'has none' : withError(without, 'revived'),
      bare.findIndex(({ id }) => id === playbook.id) + 1,
      withError(playbook, 'distress'),
      without === null ? null : withError(without, 'distress'),
    ]
  })
  return table(columns, rows, screen)
}

/** 'retirementSpeed  Speed of the retirement reform …: 1 now, 2 in D, 1.5 in E G; acts on retirementSpeedYears'. */
const freeLeverLines = ({ playbooks }: Answer, screen: Screen): string => {
  const uses = new Map<string, { of: LeverUse; packages: Map<number, string[]> }>()
  for (const { id, levers } of playbooks) {
    for (const lever of levers.filter(({ free }) => free)) {
      const use = uses.get(lever.name) ?? { of: lever, packages: new Map<number, string[]>() }
      use.packages.set(lever.value, [...(use.packages.get(lever.value) ?? []), id])
      uses.set(lever.name, use)
    }
  }
  return entries(
    [...uses].map(([name, { of, packages }]) => {
      const values = [...packages].map(([value, ids]) => `${value} in ${ids.join(' ')}`)
      return [name, `${of.doc}: ${of.standard} now, ${values.join(', ')}; acts on ${of.actsOn.join(', ')}`]
    }),
    screen,
  )
}

const areasTable = (answer: Answer, screen: Screen): string => {
  const [best] = ranked(answer.playbooks)
  const [nothing] = answer.playbooks
  const shown = best === nothing ? [nothing] : [nothing, best]
  const rows = nothing.areas.flatMap((area, at) =>
    shown.map((playbook, line): Cell[] => [
      line === 0 ? area.name : '',
      nameOf(playbook),
      ...classOrder.map(one => withError(playbook.areas[at], one)),
    ]),
  )
  return table(
    [
      { header: 'Province', kind: 'text' },
      { header: 'Package', kind: 'text' },
      ...classOrder.map((one): Column => ({ header: classHeads[one], kind: 'number' })),
    ],
    rows,
    screen,
  )
}

const classLines = ({ definitions }: Answer, screen: Screen): string =>
  entries(
    classOrder.map(one => [`${shades[one]} ${classNames[one]}`, definitions[one]]),
    screen,
  )

const section = (title: string, screen: Screen, ...parts: string[]): string =>
  [heading(title, screen), ...parts].join('\n')

const verdictSection = (answer: Answer, screen: Screen): string =>
  section(
    `What becomes of it: ${answer.playbooks.length} packages at equal cost, % of ${number(answer.members, 0)} futures`,
    screen,
    verdictTable(answer, screen),
    aside('± is the standard error from the number of futures. Every package meets the same futures.', screen),
    '',
    classLines(answer, screen),
  )

const costSection = (answer: Answer, screen: Screen): string => {
  const { cost, end } = answer
  const text =
    `Direct cost: ${number(cost.shareOfOutput * 100)} % of output of ${cost.from - 1} (${yuan(cost.perYear)}) a year from ${cost.from} to ` +
    `${end}, before any feedback; present value at ${number(cost.discountRate * 100, 0)} % real. ${payersText(answer)} ` +
    'Province and centre: what it costs their budgets a year once taxes and spending have answered (central run, against A).'
  return section(
    'What it costs and who pays, bn yuan at prices of the start',
    screen,
    costTable(answer, screen),
    paragraph(text, screen),
  )
}

const outcomeSection = (answer: Answer, screen: Screen): string =>
  section(
    'What else becomes of it: median, and below it the range of the middle 80 %',
    screen,
    outcomeTable(answer, screen),
    aside(`Pensions: ${answer.definitions['pensionSolvencyYear']}`, screen),
  )

const criteriaSection = (answer: Answer, screen: Screen): string =>
  section(
    'Criteria and risks',
    screen,
    criteriaTable(answer, screen),
    aside(sureness(answer), screen),
    '',
    entries(
      criteria.map(({ id, threshold }) => [id, threshold]),
      screen,
    ),
  )

const freeSection = (answer: Answer, screen: Screen): string =>
  section(
    'What the ranking rests on: rules that cost nothing',
    screen,
    withoutTable(answer, screen),
    paragraph(
      `${answer.definitions['freeLever']} Without free: the same spending scaled to the same cost, these rules as they are now.`,
      screen,
    ),
    freeLeverLines(answer, screen),
  )

const lastSection = (answer: Answer, screen: Screen): string =>
  section(
    'How sure',
    screen,
    paragraph(answer.caution, screen),
    accountsLine(answer, screen),
    identityLine(answer, screen),
  )

/** The whole page. */
export const answerPage = (answer: Answer, region: RegionData, screen: Screen): string =>
  [
    ...opening(answer, region, screen),
    verdictSection(answer, screen),
    costSection(answer, screen),
    outcomeSection(answer, screen),
    criteriaSection(answer, screen),
    ...(answer.playbooks.some(({ withoutFreeLevers }) => withoutFreeLevers !== null)
      ? [freeSection(answer, screen)]
      : []),
    ...(answer.playbooks[0].areas.length > 0
      ? [section('The provinces, % of futures', screen, areasTable(answer, screen))]
      : []),
    section('What is assumed', screen, assumedLines(answer, screen)),
    lastSection(answer, screen),
  ].join('\n\n')

/** The verdict alone, with what must stand beside it. */
export const briefPage = (answer: Answer, region: RegionData, screen: Screen): string =>
  [...opening(answer, region, screen), verdictSection(answer, screen), lastSection(answer, screen)].join('\n\n')

/** A few lines for who is about to see the rest on a screen: the sentence and a line a package. */
export const summaryPage = (answer: Answer, region: RegionData, screen: Screen): string =>
  [
    ...opening(answer, region, screen),
    section(
      `What becomes of it: ${answer.playbooks.length} packages at equal cost, % of ${number(answer.members, 0)} futures`,
      screen,
      verdictTable(answer, screen),
    ),
    aside(`All of it: heartland answer ${answer.region}`, screen),
  ].join('\n\n')
