/** The outcomes of two policies and the differences between them. */

import texts from '../texts/compare.ts'
import * as z from 'zod'
import {
  areaIn,
  centralRun,
  type CentralRun,
  comparedYears,
  comparisonRecord,
  whereCalled,
} from '../analysis/runs/central-run.ts'
import type { Choice } from '../analysis/region/choice.ts'
import { fitText } from '../analysis/region/fitted-model.ts'
import { comparedAs, inRegion, outcomeIndicators, writtenAs } from '../outcomes/catalogue.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { parseYears } from '../analysis/runs/years.ts'
import { costSentence, isWithoutCost } from './core/cost-sentence.ts'
import { outcomeHead, outcomeTitle, moneyIn, policyName } from './core/names.ts'
import { type Both, messageTable } from '../language/messages.ts'
import { packageWords } from '../model/names/packages.ts'
import { question } from './core/question.ts'
import * as take from './core/inputs.ts'
import { both, type Cell, type Column, joined, marks, note, text } from './core/report.ts'

const say = messageTable('compare', texts)

const ordinals = [
  { en: 'first', zh: '前者' },
  { en: 'second', zh: '后者' },
] as const

/** Its name alone: the letter of a package is an address. */
const nameOf = ({ scenario, package: own }: Choice): Both<string> => {
  const id = own?.id ?? (Object.keys(scenario.policy).length === 0 ? 'A' : undefined)
  return id === undefined ? policyName(scenario) : both(language => packageWords[language][id]!.name)
}

/** States whether the two policies have the same cost. */
const costs = (choices: readonly Choice[], results: readonly CentralRun[]) => {
  const [first, second] = results.map(({ cost }) => cost.gross.presentValue)
  const money = (amount: number) => moneyIn(choices[0].open.region, amount)
  const largest = Math.max(Math.abs(first), Math.abs(second))
  if (largest === 0) return say.noOutlay()
  if (Math.abs(first - second) <= 0.005 * largest) return say.equal({ amount: money(first) })
  return say.unequal({
    first: money(first),
    second: money(second),
    rest: choices.every(one => one.package?.id !== 'A'),
  })
}

export const compare = question({
  inputs: {
    area: take.area({ en: 'one area of the region, such as CN-LN', zh: '地区内的一个省，如 CN-LN' }, whereCalled),
    years: take.years(comparedYears),
    outcome: {
      type: z.string().default('debtToGdp'),
      help: say.outcome().text,
      label: say.outcome().text,
      pageOnly: true as const,
      shows: true as const,
      options: ({ region }: OpenRegion) =>
        outcomeIndicators.map(one => [one.id, outcomeTitle(inRegion(one, region))] as const),
    },
  },
  find: ({ open, choices, inputs }) => {
    const all = parseYears(open, 'all', 'years')
    return { years: all, results: choices.map(one => centralRun(one, inputs.area, all)) }
  },
  audits: ({ results }) => results.map(({ audit }) => audit),
  warnings: ({ inputs, choices }, found) => {
    const [first, second] = inYears(found, inputs.years)
    const same = first.rows.every(({ values }, at) =>
      values.every((value, year) => value === second.rows[at].values[year]),
    )
    const [one, other] = choices.map(({ scenario: { policy, assumptions } }) => JSON.stringify([policy, assumptions]))
    const names = { first: nameOf(choices[0]), second: nameOf(choices[1]) }
    return same ? [say.sameResults({ ...names, same: one === other })] : []
  },
  record: ({ choices, inputs }, found) =>
    comparisonRecord(choices, inputs.area, inputs.years, inYears(found, inputs.years)),
  report: ({ open, choices, inputs }, found) => {
    const results = inYears(found, inputs.years)
    const [first, second] = results
    const names = choices.map(nameOf)
    const titles = names.map((name, at) => joined([ordinals[at], name], marks.title))
    const column = (id: string, head: Both<string>): Column => ({ id, head, as: 'number' })
    const drawn = found.results[0].rows.findIndex(({ indicator }) => indicator.id === inputs.outcome)
    const { indicator } = first.rows[drawn]
    return {
      title: say.title({ place: inputs.area.names, first: names[0], second: names[1] }),
      drawings: [
        {
          as: 'lines',
          title: outcomeTitle(indicator),
          ...writtenAs(indicator),
          years: found.years,
          parts: found.results.map(({ rows }, at) => ({
            id: ordinals[at].en,
            names: titles[at],
            values: rows[drawn].values.map(value => value ?? Number.NaN),
          })),
        },
      ],
      blocks: [
        {
          kind: 'table',
          id: 'outcomes',
          columns: [
            { id: 'outcome', head: outcomeHead, as: 'text' },
            ...inputs.years.flatMap(year => [
              ...ordinals.map((name, at) =>
                column(
                  `${at}-${year}`,
                  both(language => `${name[language]} ${year}`),
                ),
              ),
              column(`difference-${year}`, say.difference().text),
            ]),
          ],
          rows: first.rows.map((row, at): Cell[] => {
            const show = comparedAs(row.indicator)
            const [scenario, other] = choices.map(choice => choice.package?.id)
            const area = areaIn(open, inputs.area)
            const cell = (value: number | undefined, when: number, own: string | undefined): Cell =>
              value === undefined
                ? null
                : { value, ...show, of: { outcome: row.indicator.id, area, when, scenario: own } }
            return [
              outcomeTitle(row.indicator),
              ...inputs.years.flatMap((when, year) => {
                const [from, to] = [row.values[year], second.rows[at].values[year]]
                return [
                  cell(from, when, scenario),
                  cell(to, when, other),
                  from === undefined || to === undefined ? null : { value: to - from, from, ...show, signed: true },
                ]
              }),
            ]
          }),
        },
        text(costs(choices, results)),
        ...results.flatMap((result, at) =>
          isWithoutCost(result)
            ? []
            : [text(joined([titles[at], costSentence(result, open.region.currency)], { en: '. ', zh: '。' }))],
        ),
        note(say.odds({ fit: fitText(open.region) })),
      ],
    }
  },
})

interface Found {
  readonly years: readonly number[]
  readonly results: readonly CentralRun[]
}

/** The runs with the values of some years. */
const inYears = ({ years, results }: Found, shown: readonly number[]): CentralRun[] =>
  results.map(one => ({
    ...one,
    rows: one.rows.map(row => ({ ...row, values: shown.map(year => row.values[years.indexOf(year)]) })),
  }))
