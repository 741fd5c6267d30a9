/** Compares the figures of a user's region with known ones: a factor of ten per person often means an error of unit. */

import type { Figure, RegionData } from '../types.ts'
import { headsOf } from './heads.ts'
import { likelySlips } from './unit-slips.ts'

export interface Doubt {
  readonly figure: Figure
  /** The figure over the nearest of the known regions, in the measure that was compared. */
  readonly ratio: number
  readonly perHead: boolean
  /** What the value has to be multiplied by to be like those of the known regions: the one unit of offices that does it. */
  readonly slip: number | undefined
}

/** Units that grow with the size of a region, once a head or a share is taken out. */
const grows = (unit: string): boolean =>
  !/^(share|index|year|1\/year|\/year)/.test(unit) && !unit.includes('/person') && !unit.includes('/CNY')

const key = ({ name, labels }: Figure): string => `${name} ${Object.entries(labels).toSorted().join(' ')}`

interface Range {
  low: number
  high: number
}

/** Figures of areas, a head where their unit grows with the region. Zeros and negative values are not compared. */
const measures = (region: RegionData): Array<{ figure: Figure; value: number; perHead: boolean }> => {
  const heads = headsOf(region)
  return region.figures.flatMap(figure => {
    const people = heads.get(figure.area)
    if (people === undefined || people <= 0 || figure.value === undefined || figure.value <= 0) return []
    const perHead = grows(figure.unit)
    return [{ figure, value: perHead ? figure.value / people : figure.value, perHead }]
  })
}

/** Within twice the range of the known regions by one unit of offices, and by no other. */
const slipOf = (unit: string, value: number, { low, high }: Range): number | undefined => {
  const fitting = likelySlips(unit).filter(factor => value * factor >= low / 2 && value * factor <= high * 2)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Doubts about a region's figures, the largest first; known regions are those of the program. */
export const doubtsAbout = (region: RegionData, known: readonly RegionData[]): Doubt[] => {
  const ranges = new Map<string, Range>()
  for (const { figure, value } of known.flatMap(measures)) {
    const range = ranges.get(key(figure))
    if (range === undefined) ranges.set(key(figure), { low: value, high: value })
    else {
      range.low = Math.min(range.low, value)
      range.high = Math.max(range.high, value)
    }
  }
  const distance = (ratio: number): number => Math.max(ratio, 1 / ratio)
  return measures(region)
    .flatMap(({ figure, value, perHead }): Doubt[] => {
      const range = ranges.get(key(figure))
      if (range === undefined) return []
      const ratio = value > range.high ? value / range.high : value < range.low ? value / range.low : 1
      return distance(ratio) >= 10 ? [{ figure, ratio, perHead, slip: slipOf(figure.unit, value, range) }] : []
    })
    .toSorted((a, b) => distance(b.ratio) - distance(a.ratio))
}

/** 'gdpBaseYear of MY-REGION is 31000 CNY bn/year: a head 99 times the highest known region.' */
export const describeDoubt = ({ figure, ratio, perHead }: Doubt): string => {
  const times = ratio > 1 ? ratio : 1 / ratio
  const much = `${times >= 100 ? Math.round(times) : Number(times.toPrecision(2))} times`
  const beside = ratio > 1 ? `${much} the highest` : `a ${much.replace(' times', '')}th of the lowest`
  return `${figure.name} of ${figure.area} is ${figure.value} ${figure.unit}: ${perHead ? 'a head, ' : ''}${beside} of the known regions. Check its unit, or leave it if it is so.`
}
