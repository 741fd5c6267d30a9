/**
 * Add-factors: what judgement adds to behavioural equations, area by area. A model carries them only where something is
 * held, so that every other run is without them to the bit.
 */

import { type Declaration, type EquationText, exogenous, type Model } from '../language/declare.ts'

/** Kinds of equations through which a held outcome is reached. */
export const channels = ['demand', 'prices', 'people', 'fiscal', 'housing'] as const
export type Channel = (typeof channels)[number]

export interface AddFactor {
  /** The word by which people name it. */
  readonly id: string
  /** The variable whose equation it moves. */
  readonly of: string
  /** 'log': the value times e to the factor; 'add': the value and the factor, in its unit. */
  readonly how: 'log' | 'add'
  readonly channel: Channel
  /** Standard deviation over a year, assumed where the past of a region does not tell it. */
  readonly size: number
}

/** Technology and capacity are left out: they do not reach output within a year. */
export const addFactors: readonly AddFactor[] = [
  { id: 'exports', of: 'exportsNation', how: 'log', channel: 'demand', size: 0.04 },
  { id: 'consumption', of: 'consumptionNominal', how: 'log', channel: 'demand', size: 0.02 },
  { id: 'investment', of: 'investment', how: 'log', channel: 'demand', size: 0.08 },
  { id: 'employment', of: 'employmentTarget', how: 'log', channel: 'demand', size: 0.01 },
  { id: 'inflation', of: 'inflation', how: 'add', channel: 'prices', size: 0.02 },
  { id: 'wages', of: 'wageGrowth', how: 'add', channel: 'prices', size: 0.04 },
  { id: 'migration', of: 'migrationGapByAge', how: 'add', channel: 'people', size: 0.12 },
  { id: 'births', of: 'births', how: 'log', channel: 'people', size: 0.08 },
  { id: 'deaths', of: 'mortalityFactorNow', how: 'log', channel: 'people', size: 0.04 },
  { id: 'taxes', of: 'indirectTax', how: 'log', channel: 'fiscal', size: 0.07 },
  { id: 'fees', of: 'otherRevenue', how: 'log', channel: 'fiscal', size: 0.2 },
  { id: 'transfers', of: 'centralTransfers', how: 'log', channel: 'fiscal', size: 0.05 },
  { id: 'purchases', of: 'basicPurchases', how: 'log', channel: 'fiscal', size: 0.05 },
  { id: 'publicInvestment', of: 'publicInvestmentReal', how: 'log', channel: 'fiscal', size: 0.08 },
  { id: 'bonds', of: 'bondIssue', how: 'log', channel: 'fiscal', size: 0.2 },
  { id: 'vehicles', of: 'vehicleInvestmentNominal', how: 'log', channel: 'fiscal', size: 0.15 },
  { id: 'land', of: 'landRevenue', how: 'log', channel: 'housing', size: 0.3 },
  { id: 'homeSales', of: 'salesTarget', how: 'log', channel: 'housing', size: 0.13 },
  { id: 'housePrices', of: 'housePriceGrowth', how: 'add', channel: 'housing', size: 0.05 },
]

/** The kind of the outcomes of a part of the model; all others are of demand. */
const ofSectors: Readonly<Record<string, Channel>> = {
  Demography: 'people',
  'Residents within the year': 'people',
  'Housing, land, mortgage rules': 'housing',
  Prices: 'prices',
  'Pension fund': 'fiscal',
  'Provincial government': 'fiscal',
  LGFVs: 'fiscal',
  'Maturity of debt': 'fiscal',
  'Central government': 'fiscal',
  'Public wealth and debt': 'fiscal',
}

const ofNames: ReadonlyArray<readonly [RegExp, Channel]> = [
  [/wage|price|deflator/i, 'prices'],
  [/debt|revenue|expenditure|bonds|vehicle|arrears|pension|balance|interest|networth/i, 'fiscal'],
  [/housePrice|homeSales|landRevenue/i, 'housing'],
  [/residents|migration|share65|births|deaths|dependency/i, 'people'],
]

/** The equations through which an outcome is held unless somebody says otherwise. */
export const channelOf = (name: string, sector: string): Channel =>
  ofNames.findLast(([pattern]) => pattern.test(name))?.[1] ?? ofSectors[sector] ?? 'demand'

const suffix = 'AddFactor'

export const factorName = ({ of }: AddFactor): string => `${of}${suffix}`

export const isFactor = (name: string): boolean => name.endsWith(suffix)

const eachText = (text: EquationText, change: (one: string) => string): EquationText =>
  typeof text === 'string'
    ? change(text)
    : Object.fromEntries(Object.entries(text).map(([label, one]) => [label, change(one)]))

/** The model with an input beside each of these equations, which is 0 unless something is held. */
export const withAddFactors = (model: Model): Model => {
  const left = new Map(addFactors.map(factor => [factor.of, factor]))
  const sectors = model.sectors.map(sector => {
    const declarations = Object.entries(sector.declarations).flatMap(([name, own]): Array<[string, Declaration]> => {
      const factor = left.get(name)
      if (factor === undefined || own.kind !== 'equation') return [[name, own]]
      left.delete(name)
      const added = factorName(factor)
      const [unit, text] =
        factor.how === 'log'
          ? ['share', (one: string) => `(${one})*exp(${added})`]
          : [own.unit, (one: string) => `(${one}) + ${added}`]
      return [
        [added, exogenous(unit, `Judgement on: ${own.doc}`, { over: ['area'] })],
        [name, { ...own, text: eachText(own.text, text) }],
      ]
    })
    return { ...sector, declarations: Object.fromEntries(declarations) }
  })
  const [missing] = left.keys()
  if (missing !== undefined) throw new Error(`The model has no equation of '${missing}', which an add-factor moves.`)
  return { ...model, sectors }
}
