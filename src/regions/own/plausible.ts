/** Compares the figures of a user's region with known ones: a factor of ten per person often means an error of unit. */

import type { Figure, RegionData } from '../types.ts'
import { residentsByArea } from '../residents.ts'
import { likelySlips } from './unit-slips.ts'

export interface Doubt {
  readonly figure: Figure
  /** The figure over the geometric mean of the known regions, in the measure that was compared. */
  readonly ratio: number
  readonly perHead: boolean
  /** What the value has to be multiplied by to be like those of the known regions: the one unit of offices that does it. */
  readonly slip: number | undefined
}

/** Units that grow with the size of a region, once a head or a share is taken out. */
const grows = (unit: string): boolean =>
  !/^(share|index|year|1\/year|\/year)/.test(unit) && !unit.includes('/person') && !/\/[A-Z]{3}/.test(unit)

/** With the unit: amounts in different currencies are not compared. */
const key = ({ name, unit, labels }: Figure): string => `${name} ${unit} ${Object.entries(labels).toSorted().join(' ')}`

interface Range {
  readonly low: number
  readonly high: number
}

/** Regions differ by what they make; what one worker of an industry makes is alike. */
const partner: Readonly<Record<string, string>> = {
  industryOutputBaseYear: 'industryEmployedBaseYear',
  industryEmployedBaseYear: 'industryOutputBaseYear',
}

/** Figures of areas, a head where their unit grows with the region. Zeros and negative values are not compared. */
const measures = (region: RegionData): Array<{ figure: Figure; value: number; perHead: boolean }> => {
  const heads = residentsByArea(region)
  return region.figures.flatMap(figure => {
    const people = heads.get(figure.area)
    if (people === undefined || people <= 0 || figure.value === undefined || figure.value <= 0) return []
    const beside = partner[figure.name]
    if (beside !== undefined) {
      const other = region.figures.find(
        ({ name, area, labels }) =>
          name === beside && area === figure.area && labels['industry'] === figure.labels['industry'],
      )
      return other?.value === undefined || other.value <= 0
        ? []
        : [{ figure, value: figure.value / other.value, perHead: false }]
    }
    const perHead = grows(figure.unit)
    return [{ figure, value: perHead ? figure.value / people : figure.value, perHead }]
  })
}

/** Within twice the range of the known regions by one unit of offices, and by no other. */
const slipOf = (unit: string, value: number, { low, high }: Range): number | undefined => {
  const fitting = likelySlips(unit).filter(factor => value * factor >= low / 2 && value * factor <= high * 2)
  return fitting.length === 1 ? fitting[0] : undefined
}

/**
 * Times the middle of the known regions from which a figure is doubted. Of slips of ×10 in the figures of the program's
 * provinces, each compared with the others, more than 95 of 100 are noticed so, and 2 of 100 true figures are doubted
 * (slips.test.ts measures both); at ten times it would be half of the slips.
 */
const doubted = 4

/** Doubts about a region's figures, the largest first; known regions are those of the program. */
export const doubtsAbout = (region: RegionData, known: readonly RegionData[]): Doubt[] => {
  const values = new Map<string, number[]>()
  for (const { figure, value } of known.flatMap(measures)) {
    const found = values.get(key(figure))
    if (found === undefined) values.set(key(figure), [value])
    else found.push(value)
  }
  const distance = (ratio: number): number => Math.max(ratio, 1 / ratio)
  return measures(region)
    .flatMap(({ figure, value, perHead }): Doubt[] => {
      const found = values.get(key(figure))
      if (found === undefined) return []
      // The geometric mean: a tenth and ten times are as far from it.
      const middle = Math.exp(found.reduce((sum, one) => sum + Math.log(one), 0) / found.length)
      const ratio = value / middle
      const range = { low: Math.min(...found), high: Math.max(...found) }
      const isKnown = value >= range.low && value <= range.high
      if (isKnown || distance(ratio) < doubted) return []
      return [{ figure, ratio, perHead, slip: slipOf(figure.unit, value, range) }]
    })
    .toSorted((a, b) => distance(b.ratio) - distance(a.ratio))
}

/** 'gdpBaseYear of MY-REGION is 31000 CNY bn/year: per person, 99 times the average of the known regions.' */
export const describeDoubt = ({ figure, ratio, perHead }: Doubt): string => {
  const times = ratio > 1 ? ratio : 1 / ratio
  const much = String(times >= 100 ? Math.round(times) : Number(times.toPrecision(2)))
  const beside = ratio > 1 ? `${much} times` : `1/${much} of`
  return `${figure.name} of ${figure.area} is ${figure.value} ${figure.unit}: ${perHead ? 'per person, ' : ''}${beside} the average of the known regions. Check its unit, or leave it if it is so.`
}
