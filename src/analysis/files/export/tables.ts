/** The tables exported with the results of a run: the numbers, and everything needed to understand and repeat them. */

import { payerOf } from '../../../language/payer.ts'
import { fitSentence } from '../../region/fitted-model.ts'
import type { Run } from '../../../engine/run.ts'
import { defaultRamp, defaultStart, leversOf, stagesOf } from '../../../engine/scenario.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { labelsAt } from '../../../language/element.ts'
import type { Prior } from '../../../language/declare.ts'
import type { LinkedModel } from '../../../language/linked.ts'
import type { RegionData } from '../../../regions/types.ts'
import { dataPoints } from '../../region/pack.ts'
import type { OpenRegion } from '../../region/simulation.ts'
import { modelHash } from '../../region/fingerprint.ts'
import { readingOf } from '../../../outcomes/catalogue.ts'
import { readingNames, yearValues } from '../../../outcomes/year-values.ts'

/** Plain data: it goes from a worker to its page. Missing cells are undefined. */
export interface ExportTable {
  readonly name: string
  readonly columns: ReadonlyArray<{ readonly name: string; readonly kind: 'number' | 'text' }>
  readonly rows: ReadonlyArray<ReadonlyArray<string | number | undefined>>
}

const columns = (...names: readonly string[]): ExportTable['columns'] =>
  names.map(name => ({ name: name.replace('#', ''), kind: name.startsWith('#') ? 'number' : 'text' }))

/** The name inside 'closing(name)'. */
export const variableNamed = (text: string): string => text.replace(/^closing\((\w+)\)$/, '$1')

const labelled = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(pair => pair.join('='))
    .join(' ')

/**
 * One row a number, easy to filter: calendar time at which the step opens, recorded name, labels, value, unit. Zero has no
 * sign, which spreadsheets cannot keep.
 */
const numbersTable = ({ linked }: Pick<OpenRegion, 'linked'>, run: Run, names: readonly string[]): ExportTable => {
  const rows: ExportTable['rows'][number][] = []
  for (const name of names) {
    const variable = linked.variables.get(variableNamed(name))!
    const { size, values } = run.series.get(name)!
    const labels = Array.from({ length: variable.size }, (_, element) =>
      labelsAt(variable.dimensions, element).join(' '),
    )
    run.times.forEach((time, step) => {
      labels.forEach((label, element) =>
        rows.push([time, name, label, values[step * size + element]! + 0, variable.unitText]),
      )
    })
  }
  return { name: 'numbers', columns: columns('#time', 'variable', 'labels', '#value', 'unit'), rows }
}

/** The series that gives the end of a year: a state is recorded as it opens, so its closing value is read. */
const nameOfYears = ({ linked }: Pick<OpenRegion, 'linked'>, name: string): string => {
  const variable = linked.variables.get(variableNamed(name))!
  return variable.state && name === variable.name && readingOf(variable) === 'end' ? `closing(${name})` : name
}

/** The series that a run must record for the tables of these names. */
export const recordForTables = (open: Pick<OpenRegion, 'linked'>, names: readonly string[]): string[] => [
  ...new Set([...names, ...names.map(name => nameOfYears(open, name))]),
]

/** One row a year and number: what a year is of each variable stands beside it. */
const yearsTable = (open: OpenRegion, run: Run, names: readonly string[]): ExportTable => {
  const { linked, simulator } = open
  const { stepsPerYear } = simulator.horizon
  const rows: ExportTable['rows'][number][] = []
  for (const name of names) {
    const variable = linked.variables.get(variableNamed(name))!
    const { size, values } = run.series.get(nameOfYears(open, name))!
    const reading = readingOf(variable)
    for (let element = 0; element < variable.size; element++) {
      const label = labelsAt(variable.dimensions, element).join(' ')
      const path = Array.from(run.times, (_, step) => values[step * size + element]!)
      yearValues(reading, path, stepsPerYear).forEach((value, at) =>
        rows.push([run.times[0]! + at, name, label, value, variable.unitText, readingNames.en[reading]]),
      )
    }
  }
  return { name: 'years', columns: columns('#year', 'variable', 'labels', '#value', 'unit', 'reading'), rows }
}

const variablesTable = (linked: LinkedModel, names: readonly string[]): ExportTable => ({
  name: 'variables',
  columns: columns('variable', 'unit', 'meaning', 'sector', 'evidence', 'source'),
  rows: names.map(name => {
    const { unitText, doc, sector, evidence, source } = linked.variables.get(variableNamed(name))!
    return [name, unitText, doc, sector, evidence, source]
  }),
})

const policyTable = (linked: LinkedModel, { policy }: Scenario): ExportTable => {
  const levers = leversOf(linked)
  return {
    name: 'policy',
    columns: columns('lever', '#value', 'unit', '#start', '#ramp', '#end', 'payer', 'meaning'),
    rows: Object.entries(policy).flatMap(([name, setting]) => {
      const lever = levers.get(name)
      return stagesOf(setting).map(({ value, start = defaultStart, ramp = defaultRamp, end }) => [
        name,
        value,
        lever?.unit,
        start,
        ramp,
        end,
        payerOf(levers, name),
        lever?.doc,
      ])
    }),
  }
}

/** Every parameter: what the run took, and the range of which ensembles draw. */
export const assumptionsTable = (linked: LinkedModel, { assumptions }: Scenario): ExportTable => {
  const rows: ExportTable['rows'][number][] = []
  for (const { name, unitText, doc, evidence, source, declaration, dimensions } of linked.present.values()) {
    if (declaration?.kind !== 'parameter') continue
    const { value } = declaration
    const entries: ReadonlyArray<readonly [string, typeof value]> =
      typeof value === 'number' || 'central' in value
        ? [[name, value]]
        : Object.entries(value).map(([label, prior]) => [`${name}[${label}]`, prior] as const)
    for (const [address, entry] of entries) {
      const prior = typeof entry === 'number' ? undefined : (entry as Prior)
      const central = typeof entry === 'number' ? entry : prior!.central
      const taken = assumptions[address] ?? assumptions[name] ?? central
      rows.push([
        address,
        taken,
        taken === central ? 'standard' : 'mine',
        central,
        prior?.low,
        prior?.high,
        unitText,
        evidence,
        source,
        doc,
      ])
    }
    // Assumptions of single elements of a parameter that is one number for all.
    if (dimensions.length === 0) continue
    for (const [address, assumed] of Object.entries(assumptions)) {
      if (!address.startsWith(`${name}[`) || entries.some(([known]) => known === address)) continue
      rows.push([address, assumed, 'mine', undefined, undefined, undefined, unitText, evidence, source, doc])
    }
  }
  return {
    name: 'assumptions',
    columns: columns(
      'parameter',
      '#value',
      'whose',
      '#standard',
      '#low',
      '#high',
      'unit',
      'evidence',
      'source',
      'meaning',
    ),
    rows,
  }
}

/** All figures and paths that went into a run, with their grade. */
export const figuresTable = (region: RegionData, linked: LinkedModel): ExportTable => ({
  name: 'figures',
  columns: columns('name', 'region', 'labels', '#time', '#value', 'unit', 'evidence', 'source', 'note', 'meaning'),
  rows: dataPoints(region, linked)
    .filter(({ kind }) => kind !== 'series')
    .map(({ name, area, labels, time, value, unit, evidence, source, note, doc }) => [
      name,
      area,
      labelled(labels),
      time,
      value,
      unit,
      evidence,
      source,
      note,
      doc,
    ]),
})

const sourcesTable = ({ sources }: RegionData): ExportTable => ({
  name: 'sources',
  columns: columns('id', 'what', 'url'),
  rows: Object.entries(sources).map(([id, { what, url }]) => [id, what, url]),
})

export interface RunAbout {
  readonly scenario: Scenario
  /** The sentence that heads every page of results. */
  readonly conditions: string
  /** Opens the scenario in the app and on the command line. */
  readonly link?: string
}

/** Provenance of the numbers: region, model, data, scenario, audit, and whether the model was calibrated. */
const aboutTable = (
  { region, linked, simulator }: OpenRegion,
  run: Run,
  { scenario, conditions, link }: RunAbout,
): ExportTable => ({
  name: 'about',
  columns: columns('what', 'which'),
  rows: [
    ['region', `${region.id} (${region.names.en})`],
    ['scenario', scenario.name],
    ['model', modelHash(linked.source)],
    ['data', region.hash],
    ['conditions', conditions],
    ['time', 'calendar time at which a step opens; flows are annual rates, stocks as they open'],
    ['year', `in the table of years, ${readingNames.en.mean} or ${readingNames.en.end}, as its rows say`],
    ['steps per year', simulator.horizon.stepsPerYear],
    ['prices', `real values in prices of ${region.start - 1}; ${region.currency}`],
    ['calibrated', region.parameters === undefined ? 'no: behavioural parameters are priors' : fitSentence(region)],
    ['largest residual of the accounts, of output', run.audit?.largestResidual],
    ['link', link],
  ],
})

/** Everything about a run, which has recorded what `recordForTables` says of the names; the numbers first. */
export const tablesOf = (open: OpenRegion, run: Run, names: readonly string[], about: RunAbout): ExportTable[] => [
  numbersTable(open, run, names),
  yearsTable(open, run, names),
  aboutTable(open, run, about),
  variablesTable(open.linked, names),
  policyTable(open.linked, about.scenario),
  assumptionsTable(open.linked, about.scenario),
  figuresTable(open.region, open.linked),
  sourcesTable(open.region),
]
