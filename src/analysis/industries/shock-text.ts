/** The written form of an external event: 'exportsRussia=-100%@2027', 'plant[CN-JL,vehicles]=-20bn', 'chipRestriction=100%'. */

import type { saleOutlets } from '../../regions/input-output.ts'

type Sale = (typeof saleOutlets)[number]

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

/** One large plant that opens or closes: it sells to the rest of the country. */
export const plant = 'plant'

/** Levers of what others restrict: they are set to a level, in per cent. */
export const restrictions: readonly string[] = ['chipRestriction', 'tradeTariff']

export interface ShockText {
  readonly variable: string
  /** An area, an industry, or both. */
  readonly labels: readonly string[]
  readonly amount: number
  /** Billion a year for a plant. */
  readonly unit: '%' | 'bn'
  /** The year from which it holds; that of policies where absent. */
  readonly from?: number | undefined
}

/** Undefined where it has not the form of a shock. */
export const readShock = (text: string): ShockText | undefined => {
  const [, variable = '', address = '', amount = '', unit = '', from] =
    /^(\w+)(?:\[([^\]]+)\])?=([+-]?\d+(?:\.\d+)?)\s*(%|bn)(?:@(\d{4}))?$/.exec(text.trim()) ?? []
  if (variable === '' || (unit === 'bn') !== (variable === plant)) return undefined
  const labels = address === '' ? [] : address.split(',').map(label => label.trim())
  return {
    variable,
    labels,
    amount: Number(amount),
    unit: unit as '%' | 'bn',
    ...(from === undefined ? {} : { from: Number(from) }),
  }
}
