/** Gains and losses under a policy: by birth year, household group, province and payer. */

import texts from '../texts/who-report.ts'
import { bookCauses } from '../analysis/explain/books/cell-causes.ts'
import type { Quantity } from '../analysis/explain/quantity.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { tiny, numbersIn } from '../analysis/words/numbers.ts'
import { payerFlows } from '../analysis/who/payers.ts'
import { type AreaMeasure, areaCause, areaOutcome, peopleCauses } from '../analysis/who/people.ts'
import { type CohortGain, type Gain, type Who, whoGains } from '../analysis/who/who.ts'
import { type Both, messageTable, UsageError } from '../language/messages.ts'
import { inText } from '../language/typeset.ts'
import { peopleNames } from '../model/names/accounts.ts'
import * as take from './core/inputs.ts'
import { messages as questionMessages } from '../texts/question.ts'
import { columnsOfSector, paymentsSection, sectorName, takeSector } from './core/payments.ts'
import { question } from './core/question.ts'
import {
  both,
  type Cell,
  type Column,
  type Drawing,
  expert,
  joined,
  marks,
  note,
  section,
  type Show,
  type Spread,
  text,
} from './core/report.ts'
import {
  areaName,
  billionsAYearIn,
  currencyIn,
  percentIn,
  percentSign,
  placeName,
  points,
  policyName,
} from './core/names.ts'
import { indicatorOf, writtenAs } from '../outcomes/catalogue.ts'

const say = messageTable('who-report', texts)

type Caused = NonNullable<Spread['cause']>

/** That of the central projection, as on every page. */
const shown = ({ central }: Gain): number => central

const gain = (one: Gain, cause?: Caused, unit?: Show['unit'], of?: Spread['of']): Spread => ({
  low: one.low,
  mean: shown(one),
  high: one.high,
  ...(cause === undefined ? {} : { cause }),
  ...(unit === undefined ? {} : { unit }),
  ...(of === undefined ? {} : { of }),
})

/** A gain or a loss is announced where 80 % of the simulations agree with its sign. */
const isSure = (one: Gain): boolean =>
  shown(one) !== 0 && (one.low === null || one.high === null || (one.low * one.high > 0 && one.low * shown(one) > 0))

/** The cohorts alive at the start that gain and lose most, where it is sure. */
const extremesOf = ({ birthYears, from }: Who): Array<readonly [say: 'most' | 'lose', cohort: CohortGain]> => {
  const sure = birthYears
    .filter(({ born, income }) => born < from && born >= from - 96 && isSure(income))
    .toSorted((a, b) => shown(b.income) - shown(a.income))
  const [first, last] = [sure[0], sure.at(-1)]
  return [
    ...(first !== undefined && shown(first.income) > 0 ? [['most', first] as const] : []),
    ...(last !== undefined && shown(last.income) < 0 ? [['lose', last] as const] : []),
  ]
}

/** The household group that those born in a year belong to in the year of the tables. */
const groupOf = (born: number, year: number): 'young' | 'middle' | 'old' =>
  year - born < 40 ? 'young' : year - born < 60 ? 'middle' : 'old'

/** Those born in the first and in the last years live too few of them. */
const drawnBirths = ({ birthYears, to }: Who): CohortGain[] =>
  birthYears.filter(({ born }) => born >= 1930 && born <= to - 4)

const fiveYears = 5

/** Both sexes in groups of five years, 100 and over by itself. */
const agesIn = (sexes: readonly (readonly number[])[]): number[] =>
  Array.from({ length: 21 }, (_, group) =>
    sexes
      .flatMap(ages => ages.slice(group * fiveYears, (group + 1) * fiveYears))
      .reduce((sum, people) => sum + people, 0),
  )

/** A change with its range. */
const band = (id: string, head: Column['head'], show: Show): Column => ({ id, head, as: 'band', signed: true, ...show })

export const who = question({
  inputs: {
    year: {
      ...take.year(2035, {
        en: 'year of the tables by household group and province',
        zh: '按居民组和按省份各表的年份',
      }),
      label: { en: 'Year', zh: '年份' },
    },
    payer: takeSector({
      en: 'a payer whose changed receipts and payments are listed',
      zh: '列出其收支变化的承担方',
    }),
    simulations: take.bandSimulations(50),
    seed: take.seed,
  },
  find: async ({ open, inputs, scenario: { policy, assumptions } }, runs) => {
    if (Object.keys(policy).length === 0) throw new UsageError(questionMessages.noPolicy())
    const { year, seed, simulations: members } = inputs
    runs.begin(members)
    let done = 0
    const gains = await whoGains(
      open,
      { policy, assumptions, settings: { seed, members }, year },
      {
        many: runs.many,
        payerMembers: members,
        pause: async now => {
          await runs.advance(now - done)
          done = now
        },
      },
    )
    return { gains, flows: payerFlows(open, { policy, assumptions }) }
  },
  record: ({ open, scenario, inputs: { payer } }, { gains, flows }) => ({
    ...madeWith(open),
    scenario,
    ...gains,
    ...(payer === undefined ? {} : { payments: flows[payer] }),
    calibrated: open.region.parameters !== undefined,
  }),
  report: ({ open, scenario, inputs: { payer } }, { gains: found, flows }) => {
    const { region, simulator } = open
    const { from, to, year, total, members, areas, pyramid } = found
    const currency = currencyIn(region)
    const thousands = say.amount({ currency }).text
    const inLastStep = (quantity: Quantity | undefined): Caused | undefined =>
      quantity === undefined ? undefined : { ...quantity, time: year + 1 - 1 / simulator.horizon.stepsPerYear }
    const birthCause = (name: 'disposableIncome' | 'consumptionByGroup', born: number): Caused | undefined =>
      inLastStep({ name, closing: false, labels: { group: groupOf(born, year) } })
    const births = drawnBirths(found)
    const birthDrawing = (measure: 'income' | 'consumption'): Drawing & { readonly years: readonly number[] } => {
      const by = (end: 'low' | 'high') => births.map(one => one[measure][end] ?? Number.NaN)
      return {
        as: 'fan',
        title: say.birthTitle({ measure: say[measure]().text }).text,
        unit: say.birthUnit({ currency }).text,
        across: say.born().text,
        digits: 2,
        middle: { id: measure, names: say[measure]().text, values: births.map(one => shown(one[measure])) },
        bands: members === 0 ? [] : [[by('low'), by('high')]],
        levels: [],
        years: births.map(({ born }) => born),
      }
    }
    const perHead = ({ income }: CohortGain): Both<string> =>
      both(language => {
        const own = numbersIn(language).signed(shown(income) * 1000, 0)
        return `${own}${language === 'en' ? ' ' : ''}${currency[language]}`
      })
    const announced = extremesOf(found)
    const paying = found.payers.toSorted((a, b) => shown(a.change) - shown(b.change))
    const most = paying.find(({ change }) => shown(change) < 0 && isSure(change))
    const { transactionFlows } = bookCauses(open.linked)
    const amount = (sum: number) => both(language => numbersIn(language, region.currency).signedMoney(sum, 1))
    const rate = percentIn(found.discountRate, 0)
    return {
      title: say.title({
        place: placeName(region),
        policy: policyName(scenario),
      }),
      drawings: [
        birthDrawing('income'),
        birthDrawing('consumption'),
        {
          as: 'lines',
          title: say.ages().text,
          unit: say.agesUnit().text,
          across: say.age().text,
          scale: { en: 1, zh: 100 },
          digits: { en: 2, zh: 0 },
          years: agesIn(pyramid.start).map((_, group) => group * fiveYears),
          parts: [
            { id: 'before', names: say.agesBefore({ year: pyramid.year }).text, values: agesIn(pyramid.before) },
            {
              id: 'after',
              names: say.agesAfter({ policy: policyName(scenario), year: pyramid.year }).text,
              values: agesIn(pyramid.after),
            },
            { id: 'start', names: say.agesStart({ year: region.start - 1 }).text, values: agesIn(pyramid.start) },
          ],
        },
      ],
      subtitle: say.subtitle(),
      blocks: [
        text(
          say.total({
            all: amount(total.income),
            each: amount(total.perPerson),
            numbers: amount(total.byNumbers),
          }),
        ),
        text(
          announced.length === 0
            ? say.nobody()
            : joined(
                announced.map(([of, one]) => say[of]({ born: one.born, value: perHead(one) })),
                marks.sentences,
              ),
        ),
        ...(most === undefined
          ? []
          : [
              text(
                say.pays({
                  payer: both(language => inText(sectorName(most.id)[language], language)),
                  value: both(language => numbersIn(language, region.currency).money(-shown(most.change), 1)),
                }),
              ),
            ]),
        section(say.people({ year }), {
          kind: 'table',
          id: 'people',
          columns: [
            { id: 'group', head: say.group().text, as: 'text' },
            { id: 'measure', head: say.measure().text, as: 'text' },
            { id: 'before', head: thousands, as: 'number', unit: thousands, digits: 1 },
            { ...band('change', say.change().text, { scale: 100, digits: 1 }), drawn: true },
          ],
          rows: found.people.map(({ id, label, of, before, change }): Cell[] => [
            both(language => peopleNames[language][id]?.name ?? label),
            both(language => peopleNames[language][id]?.of ?? of),
            before,
            gain(change, inLastStep(peopleCauses.get(id)), percentSign),
          ]),
        }),
        section(
          say.payers(),
          {
            kind: 'table',
            id: 'payers',
            columns: [
              { id: 'payer', head: say.payer().text, as: 'text' },
              {
                ...band('balance', say.balance({ currency }).text, { scale: { en: 1, zh: 10 }, digits: 1 }),
                drawn: true,
              },
            ],
            rows: paying.map(({ id, change }): Cell[] => [
              sectorName(id),
              gain(change, undefined, billionsAYearIn(region)),
            ]),
          },
          note(say.payersNote({ from, to })),
        ),
        ...(payer === undefined
          ? []
          : [
              paymentsSection(
                say.payments({ payer: sectorName(payer) }),
                {
                  head: say.paymentChange({ currency }).text,
                  scale: { en: 1, zh: 10 },
                  digits: 1,
                  signed: true,
                },
                billionsAYearIn(region),
                say.allPayments().text,
                flows[payer]!.map(({ row, label, change }) => ({
                  row,
                  label,
                  value: change,
                  cause: inLastStep(columnsOfSector(payer).flatMap(column => transactionFlows[row]?.[column] ?? [])[0]),
                })),
              ),
            ]),
        ...(areas.length < 2
          ? []
          : [
              section(
                say.areas({ year }),
                {
                  kind: 'table',
                  id: 'areas',
                  columns: [
                    { id: 'area', head: say.area().text, as: 'text' },
                    band('outputPerHead', say.output().text, { unit: percentSign, scale: 100, digits: 1 }),
                    band('residents', say.residents().text, {
                      ...writtenAs(indicatorOf('population')),
                      digits: { en: 2, zh: 1 },
                    }),
                    band('unemployment', say.unemployment().text, { unit: points, scale: 100, digits: 1 }),
                    band('debtToGdp', say.debt().text, { unit: points, scale: 100, digits: 1 }),
                  ],
                  rows: [...areas.slice(1), areas[0]!].map(({ id, isRegion, change }): Cell[] => [
                    isRegion ? placeName(region) : areaName(region, id),
                    ...(['outputPerHead', 'residents', 'unemployment', 'debtToGdp'] satisfies AreaMeasure[]).map(
                      measure =>
                        gain(change[measure], inLastStep(areaCause(measure, isRegion ? undefined : id)), undefined, {
                          outcome: areaOutcome(measure),
                          area: isRegion ? undefined : id,
                          when: year,
                          change: measure === 'outputPerHead' ? 'percent' : 'difference',
                        }),
                    ),
                  ]),
                },
                note(say.areasNote()),
              ),
            ]),
        section(
          say.birth(),
          {
            kind: 'table',
            id: 'birth',
            columns: [
              { id: 'born', head: say.born().text, as: 'text' },
              band('income', say.income().text, { unit: thousands, digits: 2 }),
              band('consumption', say.consumption().text, { unit: thousands, digits: 2 }),
            ],
            rows: found.birthYears
              .filter(({ born }) => born % 5 === 0)
              .map(({ born, income, consumption }): Cell[] => [
                String(born),
                gain(income, birthCause('disposableIncome', born)),
                gain(consumption, birthCause('consumptionByGroup', born)),
              ]),
          },
          note(say.birthNote({ currency, from, to, rate, members: members === 0 ? '' : members })),
        ),
        expert(note(say.residuals({ people: tiny(found.residual), payers: tiny(found.balanceResidual) }))),
      ],
    }
  },
})
