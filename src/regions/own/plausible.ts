/**
 * Compares the figures of a user's region with known ones, where a factor of ten per person often means an error of unit,
 * and with each other.
 */

import type { Message } from '../../language/messages.ts'
import { messages as say } from '../../texts/brought.ts'
import type { Figure, RegionData } from '../types.ts'
import { residentsByArea } from '../residents.ts'
import { type BrokenRelation, brokenRelations } from './relations.ts'
import { likelySlips } from './unit-slips.ts'

export interface Doubt {
  readonly figure: Figure
  /** The figure over the geometric mean of the known regions, in the measure that was compared; 0 where it is zero. */
  readonly ratio: number
  readonly perHead: boolean
  /** Factor that makes the value like those of the known regions: the one unit of offices that does it. */
  readonly slip: number | undefined
  /** Relation that the figures break, of which `figure` is the first; the ratio is to the nearer bound. */
  readonly relation?: BrokenRelation
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

/** Divisors for figures that grow with a region: some differ a head and are alike in output or jobs. */
const wholes = ['gdpBaseYear', 'employedStart']

interface Measure {
  readonly figure: Figure
  readonly value: number
  /** The divisor of the value: nothing, the residents, or another figure. */
  readonly per: '' | 'person' | string
}

/** Figures of areas in all their measures, the usual one first. */
const measures = (region: RegionData): Measure[] => {
  const heads = residentsByArea(region)
  const valueOf = (name: string, { area, labels }: Figure): number =>
    region.figures.find(one => one.name === name && one.area === area && one.labels['industry'] === labels['industry'])
      ?.value ?? 0
  return region.figures.flatMap((figure): Measure[] => {
    const { name, area, unit, value } = figure
    const people = heads.get(area) ?? 0
    if (people <= 0 || value === undefined || value < 0) return []
    const beside = partner[name]
    const divisors: ReadonlyArray<readonly [per: string, by: number]> =
      beside !== undefined
        ? [[beside, valueOf(beside, figure)]]
        : grows(unit)
          ? [['person', people], ...wholes.map(per => [per, valueOf(per, { ...figure, labels: {} })] as const)]
          : [['', 1]]
    return divisors.flatMap(([per, by]) => (by > 0 && per !== name ? [{ figure, value: value / by, per }] : []))
  })
}

/** Within twice the range of the known regions by one unit of offices, and by no other. */
const slipOf = (unit: string, value: number, { low, high }: Range): number | undefined => {
  const fitting = likelySlips(unit).filter(factor => value * factor >= low / 2 && value * factor <= high * 2)
  return fitting.length === 1 ? fitting[0] : undefined
}

/**
 * Times the middle of the known regions from which a figure is doubted. Of slips of ×10 in the figures of the program's
 * provinces, each compared with the others, more than 95 of 100 are noticed so, and 3 of 100 true figures are doubted
 * (slips.test.ts measures both); at ten times it would be half of the slips.
 */
const doubted = 4

/** Regions of one nation are alike in a measure in which the known ones differ by no more than this factor. */
const alike = 1.5
/** There a figure is doubted that lies so many times beyond all of them: of slips of ×3, two of three are noticed. */
const beyond = 2.5

/** A measure of a figure beside the same of the known regions. */
interface Compared extends Measure, Range {
  /** Over the geometric mean of the known regions: a tenth and ten times are as far from it. */
  readonly ratio: number
}

const compared = (measure: Measure, known: readonly Measure[] = []): Compared[] => {
  const others = known.map(({ value }) => value)
  const positive = others.filter(one => one > 0)
  if (positive.length === 0) return []
  const ratio = measure.value / Math.exp(positive.reduce((sum, one) => sum + Math.log(one), 0) / positive.length)
  return [{ ...measure, ratio, low: Math.min(...others), high: Math.max(...others) }]
}

const distance = (ratio: number): number => Math.max(ratio, 1 / ratio)

/** Doubts about a region's figures, the largest first; known regions are those of the program. */
export const doubtsAbout = (region: RegionData, known: readonly RegionData[]): Doubt[] => {
  const placeOf = ({ figure, per }: Measure): string => `${key(figure)} ${per}`
  const values = Map.groupBy(known.flatMap(measures), placeOf)
  const sameNation = known.length > 1 && known.every(({ context }) => context === region.context)
  const isFar = ([usual, ...others]: readonly Compared[]): boolean => {
    const { value, low, high, ratio } = usual!
    // A figure that is zero in one of the known regions, or in another nation, may be zero here.
    if (value === 0) return sameNation && low > 0
    if (distance(ratio) >= doubted && (value < low || value > high)) return true
    const [best] = [usual!, ...others].toSorted((a, b) => a.high / a.low - b.high / b.low)
    if (!sameNation || !(best!.high <= alike * best!.low)) return false
    return best!.value > best!.high * beyond || best!.value * beyond < best!.low
  }
  const found = [...Map.groupBy(measures(region), ({ figure }) => figure).values()]
    .map(own => own.flatMap(measure => compared(measure, values.get(placeOf(measure)))))
    .filter(({ length }) => length > 0)
  // Beside a figure that is doubted itself, all others would be.
  const doubtful = new Set(
    found
      .filter(([usual]) => wholes.includes(usual!.figure.name) && isFar([usual!]))
      .map(([usual]) => usual!.figure.name),
  )
  const unlike = found
    .map(own => own.filter(({ per }) => !doubtful.has(per)))
    .filter(isFar)
    .map(([usual]): Doubt => {
      const { figure, value, per, ratio } = usual!
      return {
        figure,
        ratio,
        perHead: per === 'person',
        slip: value === 0 ? undefined : slipOf(figure.unit, value, usual!),
      }
    })
  const named = new Set(unlike.map(({ figure }) => figure))
  const unrelated = brokenRelations(region)
    .filter(({ figures }) => !figures.some(figure => named.has(figure)))
    .map((relation): Doubt => {
      const { value, least, most, figures } = relation
      return {
        figure: figures[0]!,
        ratio: value / (value < least ? least : most),
        perHead: false,
        slip: undefined,
        relation,
      }
    })
  return [...unlike, ...unrelated].toSorted((a, b) => distance(b.ratio) - distance(a.ratio))
}

const short = (value: number): string => String(Number(value.toPrecision(2)))

/** 'gdpBaseYear of MY-REGION is 31000 CNY bn/year: per person, 99 times the average of the known regions.' */
export const describeDoubt = ({ figure, ratio, perHead, relation }: Doubt): Message => {
  if (relation !== undefined) return say.unrelated({ ...relation, value: short(relation.value) })
  const { name, area, value, unit } = figure
  const given = { name, area, value: String(value), unit }
  if (ratio === 0) return say.nothingLess(given)
  const times = ratio > 1 ? ratio : 1 / ratio
  const much = times >= 100 ? String(Math.round(times)) : short(times)
  return say.unlike({ ...given, perHead, more: ratio > 1, much })
}
