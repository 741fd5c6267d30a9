/**
 * Derives how transfers follow capacity, how spending follows resources, and how the national pool follows output
 * (docs/theory/transfers.md). Run with `node tools/derivations/transfers.ts`: it prints what came out.
 */

import { foundOrNaN, northeast } from './derivation.ts'
import { leastSquares, printed, type Regression } from './least-squares.ts'
import { provinces } from './income.ts'

const years = Array.from({ length: 12 }, (_, at) => 2014 + at)

const ratio = (area: string, name: string, from: number, to: number): number =>
  foundOrNaN(area, name, to) / foundOrNaN(area, name, from)

/** All pairs of years `apart`, of the areas that have every figure. */
const pairs = (
  areas: readonly string[],
  apart: number,
  row: (area: string, from: number, to: number) => number[],
): number[][] =>
  areas
    .flatMap(area => years.map(from => row(area, from, from + apart)))
    .filter(values => values.every(Number.isFinite))

const regress = (label: string, names: readonly string[], rows: readonly number[][]): Regression =>
  leastSquares(
    label,
    names,
    rows.map(([left]) => left),
    rows.map(([, ...right]) => [...right, 1]),
  )

/** Change (log) of the share in the national pool on capacity, weighed as the formula weighs it. */
const shareOnCapacity = (label: string, areas: readonly string[], apart: number): Regression =>
  regress(
    `${label}, ${apart} years: share in the pool`,
    ['capacity'],
    pairs(areas, apart, (area, from, to) => [
      Math.log(ratio(area, 'centralTransfers', from, to) / ratio('CN', 'centralTransfers', from, to)),
      (foundOrNaN(area, 'ownRevenue', from) / foundOrNaN(area, 'centralTransfers', from)) *
        (ratio(area, 'ownRevenue', from, to) / ratio('CN', 'ownRevenue', from, to) - 1),
    ]),
  )

/** Change of general spending on that of own revenue and transfers, both of output of the first year. */
const spendingOnResources = (label: string, areas: readonly string[], apart: number): Regression =>
  regress(
    `${label}, ${apart} ${apart === 1 ? 'year' : 'years'}: spending`,
    ['resources'],
    pairs(areas, apart, (area, from, to) => {
      const change = (name: string): number => foundOrNaN(area, name, to) - foundOrNaN(area, name, from)
      const output = foundOrNaN(area, 'nominalOutput', from)
      return [change('publicExpenditure') / output, (change('ownRevenue') + change('centralTransfers')) / output]
    }),
  )

export const transferRegressions = (): Readonly<Record<'share' | 'spending', readonly Regression[]>> => ({
  share: [3, 5].flatMap(apart => [
    shareOnCapacity('eight provinces', provinces, apart),
    shareOnCapacity('Northeast', northeast, apart),
  ]),
  spending: [1, 2, 3, 5].flatMap(apart => [
    spendingOnResources('eight provinces', provinces, apart),
    spendingOnResources('Northeast', northeast, apart),
  ]),
})

/** Growth of the pool per point of growth of national output, over some years. */
export const poolElasticities = (): ReadonlyArray<readonly [from: number, to: number, elasticity: number]> =>
  [
    [2016, 2024],
    [2019, 2024],
    [2022, 2024],
  ].map(([from, to]) => [
    from,
    to,
    Math.log(ratio('CN', 'centralTransfers', from, to)) / Math.log(ratio('CN', 'nominalOutput', from, to)),
  ])

if (import.meta.main) {
  const { share, spending } = transferRegressions()
  for (const regression of [...share, ...spending]) process.stdout.write(`${printed(regression)}\n`)
  for (const [from, to, elasticity] of poolElasticities())
    process.stdout.write(`growth of the pool over that of output, ${from} to ${to}: ${elasticity.toFixed(2)}\n`)
}
