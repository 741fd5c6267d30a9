/** Gains and losses under a policy: by birth year, household group, province and payer. */

import texts from '../texts/who-report.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { percent, tiny } from '../analysis/numbers.ts'
import { numbersIn } from '../analysis/readable-numbers.ts'
import { type Gain, whoGains } from '../analysis/who/who.ts'
import { currencyWord } from '../language/currency.ts'
import { messageTable } from '../language/messages.ts'
import { UsageError } from '../language/reported-error.ts'
import { nameIn } from '../language/typeset.ts'
import { accountSectorNames, peopleNames } from '../model/names/accounts.ts'
import * as take from './core/inputs.ts'
import { questionMessages } from './core/messages.ts'
import { question } from './core/question.ts'
import { both, type Cell, type Column, expert, note, section, type Show, type Spread, text } from './core/report.ts'
import { scenarioName } from './core/scenario-words.ts'

const say = messageTable('who-report', texts)

const gain = ({ central: mean, low, high }: Gain): Spread => ({ low, mean, high })

/** A change with its range. */
const band = (id: string, head: Column['head'], show: Show): Column => ({ id, head, as: 'band', signed: true, ...show })

export const who = question({
  inputs: {
    year: take.year(2035, {
      en: 'year of the tables by household group and province',
      zh: '按居民组和按省份各表的年份',
    }),
    simulations: take.bandSimulations(50),
    seed: take.seed,
  },
  find: ({ open, inputs, scenario: { policy, assumptions } }, runs) => {
    if (Object.keys(policy).length === 0) throw new UsageError(questionMessages.noPolicy())
    const { year, seed, simulations: members } = inputs
    runs.begin(members)
    let done = 0
    return whoGains(
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
  },
  record: ({ open, scenario }, found) => ({
    ...madeWith(open),
    scenario,
    ...found,
    calibrated: open.region.parameters !== undefined,
  }),
  report: ({ open: { region }, scenario }, found) => {
    const { from, to, year, total, members, areas } = found
    const currency = both(language => currencyWord(region.currency, language))
    const amount = (billions: number) => both(language => numbersIn(language, region.currency).signedMoney(billions, 1))
    const rate = percent(found.discountRate, 0)
    return {
      title: say.title({
        place: both(language => nameIn(region.names, language)),
        policy: both(language => scenarioName(scenario.name, language)),
      }),
      subtitle: say.subtitle(),
      blocks: [
        text(
          say.total({
            all: amount(total.income),
            each: amount(total.perPerson),
            numbers: amount(total.byNumbers),
          }),
        ),
        section(say.people({ year }), {
          kind: 'table',
          id: 'people',
          columns: [
            { id: 'group', head: say.group().text, as: 'text' },
            { id: 'measure', head: say.measure().text, as: 'text' },
            { id: 'before', head: say.amount({ currency }).text, as: 'number', digits: 1 },
            band('change', say.change().text, { scale: 100, digits: 1 }),
          ],
          rows: found.people.map(({ id, label, of, before, change }): Cell[] => [
            both(language => peopleNames[language][id]?.name ?? label),
            both(language => peopleNames[language][id]?.of ?? of),
            before,
            gain(change),
          ]),
        }),
        section(
          say.payers(),
          {
            kind: 'table',
            id: 'payers',
            columns: [
              { id: 'payer', head: say.payer().text, as: 'text' },
              band('balance', say.balance({ currency }).text, { scale: { en: 1, zh: 10 }, digits: 1 }),
            ],
            rows: found.payers
              .toSorted((a, b) => a.change.central - b.change.central)
              .map(({ id, label, change }): Cell[] => [
                both(language => accountSectorNames[language][id] ?? label),
                gain(change),
              ]),
          },
          note(say.payersNote({ from, to })),
        ),
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
                    band('outputPerHead', say.output().text, { scale: 100, digits: 1 }),
                    band('residents', say.residents().text, { scale: { en: 1000, zh: 100 }, digits: { en: 0, zh: 1 } }),
                    band('unemployment', say.unemployment().text, { scale: 100, digits: 1 }),
                    band('debtToGdp', say.debt().text, { scale: 100, digits: 1 }),
                  ],
                  rows: [...areas.slice(1), areas[0]!].map(({ id, isRegion, change }): Cell[] => [
                    both(language => nameIn(isRegion ? region.names : region.areaNames[id]!, language)),
                    gain(change.outputPerHead),
                    gain(change.residents),
                    gain(change.unemployment),
                    gain(change.debtToGdp),
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
              band('income', say.income().text, { digits: 2 }),
              band('consumption', say.consumption().text, { digits: 2 }),
            ],
            rows: found.birthYears
              .filter(({ born }) => born % 5 === 0)
              .map(({ born, income, consumption }): Cell[] => [String(born), gain(income), gain(consumption)]),
          },
          note(say.birthNote({ currency, from, to, rate, members: members === 0 ? '' : members })),
        ),
        expert(note(say.residuals({ people: tiny(found.residual), payers: tiny(found.balanceResidual) }))),
      ],
    }
  },
})
