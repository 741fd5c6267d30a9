/** The areas of a region side by side, of which no place is named that the simulations leave open. */

import { type League, leagueOf, type LeagueRow } from '../analysis/evidence/league.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import type { Both } from '../language/messages.ts'
import type { Standing } from '../model/standing.ts'
import { messages as say } from '../texts/league.ts'
import type { Band } from '../analysis/words/numbers.ts'
import * as take from './core/inputs.ts'
import { areaName, percentIn, percentSign, placeName } from './core/names.ts'
import { question } from './core/question.ts'
import { both, type Cell, type Column, expert, joined, note, type Show, type Spread, text } from './core/report.ts'

const spread = ({ low, median, high }: Band): Spread => ({ low, high, mean: median })
const percent: Show = { unit: percentSign, scale: 100, digits: 1 }

const standings: Readonly<Record<Standing, () => Both<string>>> = {
  gains: () => say.gains().text,
  holds: () => say.holds().text,
  keeps: () => say.keeps().text,
  loses: () => say.loses().text,
  open: () => say.open().text,
}

/** '3', or '3–9' where bands overlap. */
const placesOf = ([best, worst]: LeagueRow['places']): string => (best === worst ? String(best) : `${best}–${worst}`)

const column = (id: string, head: Both<string>, as: Column['as'], show: Show = {}): Column => ({
  id,
  head,
  as,
  ...show,
})
const year = (of: number): Both<string> => both(() => String(of))

export const league = question({
  inputs: { simulations: take.simulations(100), seed: take.seed },
  find: ({ open, scenario: { assumptions }, inputs: { simulations: members, seed } }, runs): Promise<League> => {
    runs.begin(members)
    return leagueOf(open, readings => runs.trials({ readings, members, seed, assumptions }), members)
  },
  record: ({ open, inputs: { seed } }, found) => ({ region: open.region.id, ...madeWith(open), seed, ...found }),
  report: ({ open: { region } }, { from, to, rows, unexplained }) => {
    const named = (wanted: Standing): Both<string> =>
      joined(rows.filter(({ standing }) => standing === wanted).map(({ area }) => areaName(region, area)))
    const counted = (wanted: Standing): number => rows.filter(({ standing }) => standing === wanted).length
    const name = (row: LeagueRow): Both<string> => areaName(region, row.area)
    const years = Object.keys(rows[0]!.past).map(Number)
    const fromTo = both(() => `${from} → ${to}`)
    return {
      title: say.title({ region: placeName(region), year: to }),
      blocks: [
        ...(counted('gains') + counted('loses') === 0 ? [text(say.noneSure({ to }))] : []),
        ...(['gains', 'loses'] as const).flatMap(one =>
          counted(one) === 0
            ? []
            : [text((one === 'gains' ? say.gain : say.lose)({ count: counted(one), list: named(one), to }))],
        ),
        {
          kind: 'table',
          id: 'weights',
          columns: [
            column('area', say.area().text, 'text'),
            ...years.map(of => column(`weight${of}`, year(of), 'number', percent)),
            column(`weight${to}`, year(to), 'band', percent),
            column('against', say.against().text, 'band', { ...percent, digits: 2, signed: true }),
            column('standing', say.standing().text, 'text'),
            column('places', say.place().text, 'text'),
          ],
          rows: rows.map((row): Cell[] => [
            name(row),
            ...years.map(of => row.past[of]!),
            spread(row.weight),
            spread(row.against),
            standings[row.standing](),
            placesOf(row.places),
          ]),
        },
        note(say.weightsNote({ from, to })),
        ...(unexplained === undefined
          ? []
          : [
              note(say.assumed()),
              note(
                say.unexplained({
                  demand: percentIn(unexplained.demand),
                  year: unexplained.year,
                  technology: percentIn(unexplained.technology, 2),
                }),
              ),
            ]),
        expert({
          kind: 'table',
          id: 'others',
          title: say.others({ from, to }),
          columns: [
            column('area', say.area().text, 'text'),
            column('growth', say.growth().text, 'band', { ...percent, digits: 2 }),
            column('residents', joined([say.residents(), fromTo], { en: ', ', zh: '，' }), 'number', {
              digits: 1,
              scale: { en: 1, zh: 100 },
            }),
            column('residentsLast', year(to), 'range', { digits: 1, scale: { en: 1, zh: 100 } }),
            column('share65', say.share65().text, 'number', percent),
            column('share65Last', year(to), 'range', percent),
            column('debt', say.debt().text, 'number', { ...percent, digits: 0 }),
            column('debtLast', year(to), 'range', { ...percent, digits: 0 }),
            column('pensionGapLast', say.pensionGap().text, 'range', percent),
            column('unemploymentLast', say.unemployment().text, 'range', percent),
          ],
          rows: rows.map((row): Cell[] => [
            name(row),
            spread(row.growth),
            row.start.residents,
            spread(row.last.residents),
            row.start.share65,
            spread(row.last.share65),
            row.start.debt,
            spread(row.last.debt),
            spread(row.last.pensionGap),
            spread(row.last.unemployment),
          ]),
        }),
      ],
    }
  },
})
