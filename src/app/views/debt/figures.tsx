/** Charts of the view Debt: fans with their thresholds, what moves debt, the financing need, and when debt falls due. */

import type { DebtOfPlace } from '../../../analysis/debt/debt.ts'
import { type DebtFans, type Fan, fanShares } from '../../../analysis/debt/fan.ts'
import { riskWords } from '../../../analysis/debt/thresholds.ts'
import { debtWords, fanRemark } from '../../../analysis/debt/words.ts'
import { FanChart } from '../../charts/fan-chart.tsx'
import { ChartFigure } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { domainOf, type Point } from '../../charts/geometry.ts'
import { type Wedge, Wedges } from '../../charts/wedges.tsx'
import { useMoneyScale, useTexts } from '../../shell/use.ts'
import { everyYears } from '../../state/quarters.ts'
import { debtViewWords } from '../../words/debt.ts'

/** Values of years stand in their middle. */
const middle = 0.5

export const FanFigure = ({ fan, fans }: { readonly fan: Fan; readonly fans: DebtFans }) => {
  const { words, language, numbers } = useTexts(debtViewWords)
  const { years } = fans
  const { bands, thresholds, names } = fan
  const path = (values: readonly number[]): Point[] => values.map((value, at) => [years[at] + middle, 100 * value])
  const show = (value: number): string => numbers.percent(value / 100)
  const name = names[language]
  const median = bands[2]
  const flat = thresholds.filter(({ threshold }) => threshold > 0)
  const [first, last] = [years[0], years.at(-1)!]
  const domain = domainOf([...bands.flat().map(value => 100 * value), ...flat.map(({ threshold }) => 100 * threshold)])
  return (
    <ChartFigure
      title={name}
      level={2}
      unit={words.fanUnit}
      source={fanRemark(fans.members, fans.seed, fans.modelError)[language]}
      table={() => ({
        head: [
          words.year,
          ...fanShares.map(share => numbers.percent(share, 0)),
          ...thresholds.map(({ risk, names: own, threshold }) =>
            risk === 'above'
              ? `${debtWords.shareAbove[language]} ${numbers.percent(threshold, 0)}`
              : `${debtWords.shareIn[language]} ${own[language]} (${riskWords[risk][language]})`,
          ),
        ],
        rows: years.map((year, at) => [
          String(year),
          ...bands.map(values => numbers.percent(values[at])),
          ...thresholds.map(({ share }) => numbers.percent(share[at], 0)),
        ]),
      })}
    >
      <FanChart
        sentence={words.fanSentence(name, show(100 * median[0]), show(100 * median.at(-1)!), first, last)}
        lines={[
          { id: 'median', kind: 'base', points: path(median), last: 100 * median.at(-1)!, label: words.median },
          ...flat.map(({ threshold, risk }) => ({
            id: `threshold-${risk}`,
            kind: 'naive' as const,
            points: path(years.map(() => threshold)),
            last: 100 * threshold,
            label: words.threshold,
          })),
        ]}
        bands={[
          { kind: 'base', low: path(bands[0]), high: path(bands[4]) },
          { kind: 'base', low: path(bands[1]), high: path(bands[3]) },
        ]}
        times={[first, last + 1]}
        domain={domain}
        years={[first, ...everyYears(5, first + 2, last + 1)]}
        height={230}
        room={112}
        firstWidth={560}
        show={show}
      />
    </ChartFigure>
  )
}

/** What moves debt, year by year; the small parts together. */
export const ChangeFigure = ({
  decomposition: { lines, names, residual, level },
  years,
}: {
  readonly decomposition: DebtOfPlace['decomposition']
  readonly years: readonly number[]
}) => {
  const { words, language, numbers } = useTexts(debtViewWords)
  const large = lines.slice(0, 4)
  const small = lines.slice(4)
  const wedges: Wedge[] = [
    ...large.map(
      ({ id, names: own, values }, at): Wedge => ({
        id,
        name: own[language],
        values: values.map(value => 100 * value),
        shade: ([1, 3, 5, 6] as const)[at],
      }),
    ),
    {
      id: 'other',
      name: words.other,
      values: years.map((_, at) => 100 * small.reduce((sum, { values }) => sum + values[at], 0)),
      shade: 4,
    },
  ]
  return (
    <ChartFigure
      title={debtWords.decomposition[language]}
      level={2}
      unit={words.pointsAYear}
      source={debtWords.decompositionNote[language]}
      table={() => ({
        head: [
          words.year,
          level.names[language],
          ...lines.map(line => line.names[language]),
          debtWords.residual[language],
        ],
        unit: ['%', ...lines.map(() => words.points)],
        rows: years.map((year, at) => [
          String(year),
          numbers.percent(level.values[at]),
          ...lines.map(({ values }) => numbers.signed(100 * values[at], 2)),
          numbers.scientific(residual[at]),
        ]),
      })}
    >
      <Wedges
        wedges={wedges}
        times={[...years]}
        from={years[0]}
        cursor={years.at(-1)!}
        sentence={`${names[language]}: ${wedges.map(({ name, values }) => `${name} ${numbers.signed(values.at(-1)!, 1)}`).join(', ')} (${years.at(-1)})`}
        show={value => numbers.signed(value, 1)}
        firstWidth={640}
      />
    </ChartFigure>
  )
}

export const NeedFigure = ({
  financing: { lines, need, needToGdp },
  years,
}: {
  readonly financing: DebtOfPlace['financing']
  readonly years: readonly number[]
}) => {
  const { words, language, numbers } = useTexts(debtViewWords)
  // Parts in CNY bn, shown over output: the need has both.
  const output = years.map((_, at) => (needToGdp.values[at] > 0 ? need.values[at] / needToGdp.values[at] : Infinity))
  const wedges = lines.map(
    ({ id, names, values }, at): Wedge => ({
      id,
      name: names[language],
      values: values.map((value, year) => (100 * value) / output[year]),
      shade: ([1, 2, 4, 5, 6] as const)[at % 5],
    }),
  )
  return (
    <ChartFigure
      title={debtWords.financing[language]}
      level={2}
      unit={words.ofOutput}
      source={debtWords.financingNote[language]}
      table={() => ({
        head: [
          words.year,
          ...lines.map(({ names }) => names[language]),
          need.names[language],
          needToGdp.names[language],
        ],
        rows: years.map((year, at) => [
          String(year),
          ...lines.map(({ values }) => numbers.money(values[at], 0)),
          numbers.money(need.values[at], 0),
          numbers.percent(needToGdp.values[at]),
        ]),
      })}
    >
      <Wedges
        wedges={wedges}
        times={[...years]}
        from={years[0]}
        cursor={years.at(-1)!}
        sentence={`${debtWords.financing[language]}: ${numbers.percent(needToGdp.values[0])} (${years[0]}), ${numbers.percent(needToGdp.values.at(-1)!)} (${years.at(-1)})`}
        show={value => numbers.plain(value, 1)}
        firstWidth={640}
      />
    </ChartFigure>
  )
}

export const ProfileFigure = ({ profile }: { readonly profile: DebtOfPlace['profiles'][number] }) => {
  const { words, language, numbers } = useTexts(debtViewWords)
  const scale = useMoneyScale()
  const when = profile.at === 'start' ? words.start : words.atEnd(profile.at)
  return (
    <ChartFigure
      title={`${debtWords.maturity[language]}, ${when}`}
      level={2}
      unit={words.profileUnit(when)}
      table={() => ({
        head: [debtWords.maturityAt[language], debtWords.bonds[language], debtWords.vehicles[language]],
        rows: profile.bands.map(({ names, bonds, vehicles }) => [
          names[language],
          numbers.money(bonds, 0),
          numbers.money(vehicles, 0),
        ]),
      })}
    >
      <GainRows
        rows={profile.bands.map(({ id, names, bonds, vehicles }) => ({
          id,
          name: names[language],
          note: words.bandNote(numbers.plain(scale * bonds, 0), numbers.plain(scale * vehicles, 0)),
          value: scale * (bonds + vehicles),
          low: null,
          high: null,
        }))}
        marks="bars"
        tone="ink"
        sentence={`${debtWords.maturity[language]}: ${profile.bands.map(({ names, bonds, vehicles }) => `${names[language]} ${numbers.money(bonds + vehicles, 0)}`).join(', ')}`}
        show={value => numbers.plain(value, 0)}
        firstWidth={520}
      />
    </ChartFigure>
  )
}
