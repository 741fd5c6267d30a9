/** The report on debt as rows, one figure each, for tables of other programs. */

import type { DebtReport } from './debt.ts'
import { type DebtFans, fanShares } from './fan.ts'
import type { Line, LineTable } from './lines.ts'
import { realismHorizons } from './realism.ts'

export const debtColumns = ['place', 'table', 'line', 'year', 'value', 'unit'] as const

export type DebtRow = readonly [
  place: string,
  table: string,
  line: string,
  year: number | null,
  value: number,
  unit: string,
]

/** Errors of the region that they were measured in, and the forecasts of the places. */
const realismRows = ({ realism, region }: DebtReport): DebtRow[] => {
  if (realism === undefined) return []
  const { errorsOf, lines } = realism
  return lines.flatMap(({ id, bias, rmse, forecast }) => {
    const rows = (place: string, word: string, values: readonly number[]): DebtRow[] =>
      values.map((value, at) => {
        const horizon = realismHorizons[at]
        const when = `${word} of ${id} after ${horizon} year${horizon === 1 ? '' : 's'}`
        return [place, 'realism', when, null, value, 'share']
      })
    const whole = errorsOf === region ? 'region' : errorsOf
    return [
      ...rows(whole, 'mean error', bias),
      ...rows(whole, 'RMSE', rmse),
      ...Object.entries(forecast).flatMap(([place, values]) => rows(place, 'forecast', values)),
    ]
  })
}

/** Units are those of the model; amounts are in the currency of the region. */
export const debtRows = (report: DebtReport, fans: DebtFans | undefined): DebtRow[] => {
  const { years, currency } = report
  const inCurrency = (unit: string): string => unit.replace('CNY', currency)
  const line = (place: string, table: string, { id, values }: Line, unit: string): DebtRow[] =>
    values.map((value, at) => [place, table, id, years[at], value, inCurrency(unit)])
  const table = (place: string, { id, lines, unit }: LineTable, name = id): DebtRow[] =>
    lines.flatMap(one => line(place, name, one, unit))
  const ofPlaces = report.places.flatMap(({ id: place }): DebtRow[] => {
    const own = report.of[place]
    const { central, sensitivity } = report.pensionDebt.places[place]
    const amount = inCurrency('CNY bn')
    return [
      ...[own.decomposition, ...own.kinds].flatMap(one => [
        ...line(place, `change of ${one.id}`, one.level, 'share'),
        ...table(place, one, `change of ${one.id}`),
        ...line(place, `change of ${one.id}`, { id: 'residual', names: one.names, values: one.residual }, 'share'),
      ]),
      ...table(place, own.financing),
      ...line(place, 'financing', own.financing.need, 'CNY bn/year'),
      ...line(place, 'financing', own.financing.needToGdp, 'share'),
      ...table(place, own.rollover),
      ...table(place, own.balance),
      ...line(place, 'balance', own.balance.netWorth, 'CNY bn'),
      ...line(place, 'balance', own.balance.netWorthToGdp, 'share'),
      ...line(place, 'balance', own.balance.financialNetWorthToGdp, 'share'),
      ...table(place, own.contingent),
      ...own.profiles.flatMap(({ at, bands }) =>
        bands.flatMap(({ id, bonds, vehicles }): DebtRow[] => {
          const year = at === 'start' ? null : at
          return [
            [place, 'maturity of bonds', id, year, bonds, amount],
            [place, 'maturity of LGFV debt', id, year, vehicles, amount],
          ]
        }),
      ),
      ...own.heatMap.rows.flatMap(row =>
        row.cells.flatMap(({ id, risk, value }): DebtRow[] =>
          value === null ? [] : [[place, `heat map: ${row.id}`, `${id} (${risk})`, null, value, 'share']],
        ),
      ),
      ...report.stress.flatMap(({ test, places }) =>
        Object.entries(places[place]).flatMap(([name, values]) =>
          values.map(
            (value, at): DebtRow => [
              place,
              `stress: ${test?.id ?? 'baseline'}`,
              name,
              years[at],
              value,
              'as in the model',
            ],
          ),
        ),
      ),
      ...(['pensioners', 'contributors', 'residents', 'total', 'reserve', 'unfunded'] as const).map(
        (name): DebtRow => [place, 'implicit pension debt', name, years[0], central[name], amount],
      ),
      ...sensitivity.toGdp.flatMap((ratios, rate) =>
        ratios.map(
          (value, at): DebtRow => [
            place,
            'implicit pension debt over output',
            `discount ${sensitivity.discountRates[rate]}, indexed to ${sensitivity.indexations[at].names.en}`,
            years[0],
            value,
            'share',
          ],
        ),
      ),
    ]
  })
  const simulated = Object.entries(fans?.places ?? {}).flatMap(([place, list]) =>
    list.flatMap(({ measure, bands, thresholds }) => [
      ...bands.flatMap((values, at) =>
        line(
          place,
          `simulations: ${measure}`,
          { id: `p${100 * fanShares[at]}`, names: { en: '', zh: '' }, values },
          'share',
        ),
      ),
      ...thresholds.flatMap(({ risk, threshold, share }) =>
        line(
          place,
          `simulations: ${measure}`,
          { id: `${risk} from ${threshold}`, names: { en: '', zh: '' }, values: share },
          'share',
        ),
      ),
    ]),
  )
  return [...ofPlaces, ...realismRows(report), ...simulated]
}
