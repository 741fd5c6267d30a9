/** Ratios of a region's opening that show a slip of a unit, each beside the range that other economies span. */

import type { Both } from '../../language/messages.ts'
import type { OpenRegion } from './simulation.ts'

interface Ratio {
  readonly name: Both<string>
  /** Variables over variables, each summed over its labels in an area; over nothing is the variable itself. */
  readonly over: readonly string[]
  readonly under: readonly string[]
  /** 'share' is shown in percent, 'year' in years. */
  readonly unit: 'share' | 'year'
  readonly low: number
  readonly high: number
  /** Source of the range, so that a reader can judge it. */
  readonly source: string
}

const ratios: readonly Ratio[] = [
  {
    name: { en: 'saving rate of households', zh: '居民储蓄率' },
    over: ['savingRate'],
    under: [],
    unit: 'share',
    low: -0.15,
    high: 0.5,
    source:
      'OECD, household savings, from Greece in 2011 to China: https://www.oecd.org/en/data/indicators/household-savings.html',
  },
  {
    name: { en: 'budget balance of the province, of output', zh: '全省（含市县）财政收支差额占地区生产总值的比重' },
    over: ['provinceBalance'],
    under: ['nominalOutput'],
    unit: 'share',
    low: -0.15,
    high: 0.1,
    source: 'IMF, Fiscal Monitor, net lending of general government: https://www.imf.org/en/Publications/FM',
  },
  {
    name: { en: 'imports, of output', zh: '流入额占地区生产总值的比重' },
    over: ['imports'],
    under: ['nominalOutput'],
    unit: 'share',
    low: 0.1,
    high: 2.2,
    source:
      'World Bank, NE.IMP.GNFS.ZS, from Nigeria to Hong Kong: https://data.worldbank.org/indicator/NE.IMP.GNFS.ZS',
  },
  {
    name: { en: 'dividends, of the operating surplus', zh: '分红占营业盈余' },
    over: ['dividends', 'excessDividend'],
    under: ['operatingSurplusStart'],
    unit: 'share',
    low: 0,
    high: 0.8,
    source: 'Of what is left after interest and taxes at most all can be paid for long',
  },
  {
    name: { en: 'capital of firms and of the public, over output', zh: '企业与公共资本相对产出' },
    over: ['capital', 'publicCapital', 'vehicleCapital'],
    under: ['nominalOutput'],
    unit: 'year',
    low: 1,
    high: 7,
    source: 'Penn World Table, capital stock over GDP: https://www.rug.nl/ggdc/productivity/pwt/',
  },
]

export interface OpeningRatio extends Pick<Ratio, 'name' | 'unit' | 'low' | 'high' | 'source'> {
  readonly area: string
  readonly value: number
}

/** The ratios of each area in the first step of a run under current policy. */
export const openingRatios = ({ region, linked, simulator }: OpenRegion): OpeningRatio[] => {
  const names = [...new Set(ratios.flatMap(({ over, under }) => [...over, ...under]))]
  const totals = new Map<string, number[]>()
  simulator.run({
    record: [],
    observe: (values, step) => {
      if (step > 0) return
      for (const name of names) {
        const { offset, size } = linked.variables.get(name)!
        const each = size / region.areas.length
        const ofArea = (area: number): Float64Array => values.subarray(offset + area * each, offset + (area + 1) * each)
        totals.set(
          name,
          region.areas.map((_, area) => ofArea(area).reduce((sum, value) => sum + value, 0)),
        )
      }
    },
  })
  const total = (wanted: readonly string[], area: number): number =>
    wanted.reduce((sum, name) => sum + totals.get(name)![area]!, 0)
  return ratios.flatMap(({ over, under, ...ratio }) =>
    region.areas.map((area, at) => ({
      ...ratio,
      area,
      value: total(over, at) / (under.length === 0 ? 1 : total(under, at)),
    })),
  )
}

/** Also a ratio that is no number is odd. */
export const isOdd = ({ value, low, high }: OpeningRatio): boolean => !(value >= low && value <= high)
