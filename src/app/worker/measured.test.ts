/**
 * Tests that historical data in charts are those of the regions: sums and weighted means for years in which all
 * provinces have a figure.
 */

import { expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { lineStart, measuredPaths } from './measured.ts'

const { region } = openRegion('northeast')
const paths = measuredPaths(region)
const figure = (series: string, year: number): number[] =>
  region.areas.map(
    area => region.series.find(one => one.series === series && one.area === area && one.year === year)!.value,
  )
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

it('adds levels at the close of a year and weights growth', () => {
  expect(paths['population'].find(([time]) => time === 2021)?.[1]).toBeCloseTo(sum(figure('residentsTotal', 2020)), 12)
  const [weights, growth] = [figure('nominalOutput', 2019), figure('outputGrowth', 2020)]
  const mean = sum(growth.map((one, at) => one * weights[at])) / sum(weights)
  expect(paths['growth'].find(([time]) => time === 2020.5)?.[1]).toBeCloseTo(mean, 12)
})

it('ends where the line of the model begins, and has no point without a figure of each province', () => {
  for (const [id, path] of Object.entries(paths)) {
    expect(path.at(-1)![0]).toBeLessThanOrEqual(lineStart(id, region.start))
    expect(path.every(([, value]) => Number.isFinite(value))).toBe(true)
  }
  // The list of financing vehicles begins in 2018; of fine dust only Liaoning has a series.
  expect(paths['debtToGdp'][0][0]).toBe(2019)
  expect(paths['fineDust']).toBeUndefined()
})
