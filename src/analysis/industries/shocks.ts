/** Shocks to what a region sells outside: what is typed, whom it meets, and the figures of the model that it changes. */

import { readRun } from '../../engine/run/reader.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { UsageError } from '../../language/reported-error.ts'
import type { saleOutlets } from '../../regions/input-output.ts'
import type { OpenRegion } from '../simulation.ts'
import { unknownWord } from '../usage.ts'
import { industryMessages } from './messages.ts'

export type Sale = (typeof saleOutlets)[number]

/** Variables of the model that can be shocked, and the sales that each holds. */
export const shockedVariables: Readonly<Record<string, readonly Sale[]>> = {
  exportsRussia: ['cars', 'russia'],
  exportsCars: ['cars'],
  exportsRussiaOther: ['russia'],
  exportsWorld: ['world'],
  exportsNation: ['nation'],
  tourism: ['visitors'],
  defence: ['defence'],
}

export interface SaleShock {
  readonly variable: string
  /** All areas of the region when absent. */
  readonly area?: string
  /** Relative change: -1 for -100 %. */
  readonly change: number
}

/** 'exportsRussia=-100%', 'exportsCars[CN-JL]=20%'. */
export const parseShock = ({ region }: Pick<OpenRegion, 'region'>, text: string): SaleShock => {
  const [, variable = '', area, amount = ''] =
    /^(\w+)(?:\[([^\]]+)\])?=([+-]?\d+(?:\.\d+)?)\s*%$/.exec(text.trim()) ?? []
  if (variable === '') throw new UsageError(industryMessages.shockForm({ text }))
  if (!Object.hasOwn(shockedVariables, variable)) {
    const known = Object.keys(shockedVariables)
    throw new UsageError(industryMessages.shockUnknown({ word: variable, known: known.join(', ') }))
  }
  if (area !== undefined && !region.areas.includes(area)) throw unknownWord('area', area, region.areas)
  const change = Number(amount) / 100
  if (change < -1) throw new UsageError(industryMessages.shockBelow({ text }))
  return { variable, ...(area === undefined ? {} : { area }), change }
}

/** Relative change of each kind of sale in an area. Shocks of the same sales follow one another. */
export const saleChange = (shocks: readonly SaleShock[], area: string, sale: Sale): number =>
  shocks
    .filter(one => (one.area === undefined || one.area === area) && shockedVariables[one.variable]!.includes(sale))
    .reduce((factor, { change }) => factor * (1 + change), 1) - 1

const startNames = [
  'exportsRussiaCarsStart',
  'exportsRussiaStart',
  'exportsAbroadStart',
  'exportsNationStart',
  'defenceStart',
  'tourismStart',
] as const

/** Sales at the start that make the shocks from the first step on, once the start is solved without them. */
export const shockedStart = ({ region, simulator }: OpenRegion, shocks: readonly SaleShock[]): Assumptions => {
  const read = readRun(simulator.run({ record: startNames }))
  return Object.fromEntries(
    region.areas.flatMap(area => {
      const [cars, russia, abroad, nation, defence, visitors] = startNames.map(name =>
        read.at(name, region.start, area),
      ) as [number, number, number, number, number, number]
      const times = (sale: Sale): number => 1 + saleChange(shocks, area, sale)
      const carsNow = cars * times('cars')
      const russiaNow = carsNow + (russia - cars) * times('russia')
      const abroadNow = russiaNow + (abroad - russia) * times('world')
      const now = [
        carsNow,
        russiaNow,
        abroadNow,
        nation * times('nation'),
        defence * times('defence'),
        visitors * times('visitors'),
      ]
      return startNames.map((name, at) => [`${name}[${area}]`, now[at]!] as const)
    }),
  )
}
