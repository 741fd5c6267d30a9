/** Ranks parameters by their influence on an outcome or on the verdict, beside their evidence. */

import { analysisMessages } from './messages.ts'
import { addressedVariable } from '../language/address.ts'
import { UsageError } from '../language/reported-error.ts'
import { uncertainParameters } from '../engine/ensemble.ts'
import type { SensitivityDesign } from '../engine/sensitivity-design.ts'
import { sensitivityPoints } from '../engine/sensitivity-design.ts'
import { morrisEffects, type MorrisEffect, shocksFactor, type SobolIndex, sobolIndices } from '../engine/sensitivity.ts'
import type { Uncertainty } from '../engine/uncertainty.ts'
import type { Prior } from '../language/declare.ts'
import { type ScalarColumns, scalarTitle, scalarValues } from './scalars.ts'
import type { OpenRegion } from './simulation.ts'

/** A parameter, what it is and how well it is known. */
export interface FactorInfo {
  readonly name: string
  readonly doc: string
  readonly unit: string
  readonly evidence: string
  readonly source: string
  readonly prior: Prior | undefined
}

export interface OutcomeSensitivity {
  readonly outcome: string
  readonly title: string
  /** Over all runs that are independent of each other. */
  readonly mean: number
  readonly deviation: number
  /** Most influential first. */
  readonly sobol?: ReadonlyArray<FactorInfo & SobolIndex>
  readonly morris?: ReadonlyArray<FactorInfo & MorrisEffect>
}

export interface Sensitivity {
  readonly region: string
  readonly scenario: string
  readonly seed: number
  readonly design: SensitivityDesign
  readonly runs: number
  readonly outcomes: readonly OutcomeSensitivity[]
}

/** Evidence of the random series: they are no uncertain number. */
const shocksInfo: FactorInfo = {
  name: shocksFactor,
  doc: 'Random series: national growth, prices, sanctions, harvests, weather and the like',
  unit: '',
  evidence: '',
  source: '18',
  prior: undefined,
}

/** All uncertain parameters by name, in the order of the model. */
export const factorInfo = ({ linked }: Pick<OpenRegion, 'linked'>): Map<string, FactorInfo> =>
  new Map(
    uncertainParameters(linked).map(({ name, prior }) => {
      const variable = linked.variables.get(addressedVariable(name))!
      return [
        name,
        {
          name,
          doc: variable.doc,
          unit: variable.unitText,
          evidence: variable.evidence ?? 'assumed',
          source: variable.source ?? '',
          prior,
        },
      ]
    }),
  )

/** Both designs move one parameter while the others stay, which correlated ones do not. */
export const checkIndependence = ({ correlations = [] }: Uncertainty): void => {
  if (correlations.length === 0) return
  throw new UsageError(analysisMessages.correlated())
}

/**
 * Ranks the parameters for each outcome from the numbers read off the rows of the design (`scalarReader`): outcomes at a
 * time, or words of the verdict.
 */
export const rankFactors = (
  open: OpenRegion,
  { design, seed, outcomes }: Pick<Sensitivity, 'design' | 'seed'> & { readonly outcomes: readonly string[] },
  columns: ScalarColumns,
): OutcomeSensitivity[] => {
  const info = factorInfo(open)
  const names = [...info.keys()]
  const points = sensitivityPoints(names, seed, design)
  const described = <Found extends { readonly name: string }>(found: Found): FactorInfo & Found => ({
    ...(info.get(found.name) ?? shocksInfo),
    ...found,
  })
  return outcomes.map((outcome): OutcomeSensitivity => {
    const rows = columns.values().next().value?.length ?? 0
    const independent = design.kind === 'saltelli' ? 2 * design.base : rows
    const values = scalarValues(columns, columnOf(columns, outcome))
    const head = { outcome, title: scalarTitle(open, outcome), ...momentsOf(values.subarray(0, independent)) }
    if (design.kind === 'morris') {
      const effects = morrisEffects(values, names, design, { seed }, points)
      return { ...head, morris: effects.toSorted((a, b) => b.size.value - a.size.value).map(described) }
    }
    const { factors } = sobolIndices(values, names, design, { seed }, points)
    return { ...head, sobol: factors.toSorted((a, b) => b.total.value - a.total.value).map(described) }
  })
}

/** Outcomes are read under the name that parsing gave them. */
const columnOf = (columns: ScalarColumns, outcome: string): string =>
  [...columns.keys()].find(name => name.replaceAll(/\s/g, '') === outcome.replaceAll(/\s/g, '')) ?? outcome

const momentsOf = (values: Float64Array): { readonly mean: number; readonly deviation: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) }
}
