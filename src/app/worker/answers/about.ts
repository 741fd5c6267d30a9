/**
 * Information about a region that the page needs before any run: names, levers, parameters, packages, costs, figures.
 */

import { modelHash } from '../../../analysis/region/fingerprint.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { outcomeIndicators } from '../../../outcomes/catalogue.ts'
import { groupsConcerned } from '../../../analysis/policies/reach.ts'
import { costingOf } from '../../../analysis/policies/costs.ts'
import { type ParameterRule, type PathRule, rulesOf } from '../../../scenario/rules.ts'
import { type Package, packagesOf } from '../../../analysis/policies/packages.ts'
import { parameterInfo } from '../../../analysis/evidence/parameter-info.ts'
import { uncertainParameters } from '../../../engine/ensemble.ts'
import { leversOf, standardAt } from '../../../engine/scenario.ts'
import { addressedVariable } from '../../../language/address.ts'
import type { Evidence, Lever, Prior } from '../../../language/declare.ts'
import type { Variable } from '../../../language/linked.ts'
import { payerOf } from '../../../language/payer.ts'
import { packageStart } from '../../../model/packages.ts'
import { residentsByArea } from '../../../regions/residents.ts'
import type { Names } from '../../../regions/types.ts'
import { type MeasuredPath, measuredPaths } from '../measured.ts'

/** The declaration of a lever, as the page needs it. */
export interface LeverAbout extends Omit<Lever, 'standard' | 'payer'> {
  readonly name: string
  /** In force in the year before packages start. */
  readonly standard: number
  readonly payer: string
  /** The variable that counts the people whom it concerns, where the model knows them. */
  readonly group: { readonly name: string; readonly doc: string } | undefined
}

export interface ParameterAbout {
  /** 'name' or 'name[label]'. */
  readonly name: string
  readonly doc: string
  readonly unit: string
  readonly prior: Prior
  readonly evidence: Evidence
  readonly source: string
  readonly sector: string
}

interface AreaAbout {
  readonly id: string
  readonly names: Names
  /** Million, at the start. */
  readonly residents: number
}

export interface About {
  readonly region: string
  readonly names: Names
  readonly areas: readonly AreaAbout[]
  readonly start: number
  /** Calendar time at which a run closes. */
  readonly end: number
  readonly stepsPerYear: number
  /** Indicators whose variable moves once a year. */
  readonly annual: readonly string[]
  readonly model: string
  readonly data: string
  /**
   * Last year of the figures that the parameters were fitted to, and whether model or figures have changed since;
   * undefined where they are the model's priors.
   */
  readonly fit: { readonly lastYear: number; readonly stale: boolean } | undefined
  readonly levers: readonly LeverAbout[]
  readonly parameters: readonly ParameterAbout[]
  /** The values that a scenario may set each parameter to, the certain ones too. */
  readonly limits: readonly ParameterRule[]
  /** The values that a scenario may set each path from outside to. */
  readonly paths: readonly PathRule[]
  /** Outcomes that can be held: a unit and the names that have it, 'output[]' where there is a value for each area. */
  readonly outcomes: ReadonlyArray<readonly string[]>
  /** CNY bn a year that every package spends, prices of the start, under the central assumptions. */
  readonly envelope: number
  /** The rest of them stands with the answer. */
  readonly packages: ReadonlyArray<Pick<Package, 'id' | 'policy'>>
  /** Measured figures of this region before the start, by indicator: for the part of charts before the model. */
  readonly measured: Readonly<Record<string, MeasuredPath>>
}

const shortGroup = (group: Variable | undefined): LeverAbout['group'] =>
  group === undefined ? undefined : { name: group.name, doc: group.doc }

export const about = (open: WasmRegion): About => {
  const { region, linked, simulator } = open
  const costing = costingOf(open)
  const levers = leversOf(linked)
  const rules = rulesOf(open)
  const groups = groupsConcerned(linked)
  const residents = residentsByArea(region)
  return {
    region: region.id,
    names: region.names,
    areas: region.areas.map(id => ({ id, names: region.areaNames[id], residents: residents.get(id)! })),
    start: region.start,
    end: simulator.horizon.end,
    stepsPerYear: simulator.horizon.stepsPerYear,
    annual: outcomeIndicators
      .filter(({ variables }) => linked.variables.get(variables[0])?.annual === true)
      .map(({ id }) => id),
    model: modelHash(linked.source),
    data: region.hash,
    fit:
      region.parameters === undefined
        ? undefined
        : { lastYear: region.parameters.lastYear, stale: region.parameters.stale !== undefined },
    levers: [...levers].map(([name, lever]) => ({
      ...lever,
      name,
      standard: standardAt(lever.standard, packageStart - 1),
      payer: payerOf(levers, name),
      group: shortGroup(groups.get(name)),
    })),
    parameters: uncertainParameters(linked).flatMap(one => {
      const variable = linked.present.get(addressedVariable(one.name))
      return variable === undefined ? [] : { ...parameterInfo(one, variable), sector: variable.sector }
    }),
    limits: [...rules.parameters.values()],
    paths: [...rules.paths.values()],
    outcomes: [...Map.groupBy(rules.outcomes, ([, unit]) => unit)].map(([unit, list]) => [
      unit,
      ...new Set(list.map(([name]) => name.replace(/\[.*\]/, '[]'))),
    ]),
    envelope: costing.envelope,
    packages: packagesOf(open, costing, open.simulator.runMany).map(({ id, policy }) => ({ id, policy })),
    measured: measuredPaths(region),
  }
}
