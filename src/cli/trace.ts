/** `heartland trace` shows how a value was calculated, as a tree of causes down to data, assumptions and levers. */

import { kindWords } from '../analysis/explain/messages.ts'
import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { Command } from 'commander'
import { addsUp } from '../language/causes.ts'
import { citation, specificationFile } from '../language/citation.ts'
import { tidy } from '../language/notation.ts'
import { ofRegion } from '../language/regional.ts'
import { type Cause, trace } from '../language/trace.ts'
import type { RegionData } from '../regions/types.ts'
import { firstRegion } from '../regions/first-region.ts'
import { announce } from './announce.ts'
import type { Choice } from '../analysis/choice.ts'
import { addChoice, type ChoiceOptions, choose, openChosen, isSaved } from './choice.ts'
import { originOf } from '../analysis/evidence.ts'
import { type RunValues, valuesOfRun } from '../analysis/explain/tree.ts'
import { readingOf } from '../outcomes/catalogue.ts'
import { readingNames, yearValues } from '../outcomes/year-values.ts'
import { unknownWord, wholeNumber } from '../language/usage.ts'
import { collectValues } from './common-options.ts'
import { print, printJson, type Session } from './session.ts'
import { number, quantity } from '../analysis/numbers.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Branch, tree } from './terminal/tree.ts'
import { readScenario } from './scenario-file.ts'
import { areaCalled } from '../analysis/central-run.ts'

interface TraceOptions extends ChoiceOptions {
  readonly region?: string
  readonly year: string
  readonly quarter: string
  readonly area?: string
  readonly label?: readonly string[]
  readonly depth: string
}

/** The largest tree of the model then has 170 thousand causes; at 12 levels its text is longer than a string can be. */
const mostDepth = 8

const addressOf = ({ name, closing, labels }: Cause): string => {
  const places = Object.values(labels)
  const address = places.length === 0 ? name : `${name}[${places.join(', ')}]`
  return closing ? `closing(${address})` : address
}

/** With more digits than a page of outcomes shows: causes are often near 0 or 1. */
const shown = (value: number, { unit, kind, name }: Cause): string => {
  if (!Number.isFinite(value)) return String(value)
  // A parameter as it is declared and assumed, not as a growth rate.
  if (kind === 'parameter')
    return `${Number(value.toPrecision(6))} ${unit === 'share' || unit === 'index' ? '' : unit}`.trimEnd()
  if (unit === 'year' && name.endsWith('ToGdp')) return `${number(value * 100, 1)} % of yearly output`
  if (unit === '1/year') return `${number(value * 100, 2)} % a year`
  if (unit === 'share' || unit === 'index') return number(value, 4)
  if (Math.abs(value) < 5e-4 && value !== 0) return `${value.toExponential(2)} ${unit}`
  return quantity(value, unit)
}

const provenance = (cause: Cause, region: RegionData): string => {
  const found = originOf(region, cause.kind, cause.name, cause.labels)
  const origin =
    found === undefined
      ? undefined
      : [found.evidence, ...(found.year === undefined ? [] : [found.year]), `source ${found.source}`].join(', ')
  const source = origin ?? (cause.source === undefined ? undefined : citation(cause.source))
  const parts = [kindWords.en[cause.kind], origin === undefined ? cause.evidence : undefined, source]
  return parts.filter(part => part !== undefined).join(', ')
}

const sameAs = (cause: Cause, other: Cause): boolean => addressOf(cause) === addressOf(other)

/** The same cause in the other run, found by its address: orders may differ where a condition chose another branch. */
const counterpart = (cause: Cause, others: readonly Cause[]): Cause | undefined =>
  others.find(other => sameAs(cause, other))

const labelOf = (cause: Cause, other: Cause | undefined, region: RegionData, screen: Screen): string => {
  const { bold, dim, cyan } = screen.colours
  const together = cause.together === undefined ? '' : ` (${cause.together})`
  const without = other === undefined ? '' : `, current policy ${shown(other.value, cause)}`
  const head = `${bold(addressOf(cause))}${together} = ${cyan(shown(cause.value, cause))}${without}`
  const from = provenance(cause, region)
  const meaning = `${cause.doc}${from === '' ? '' : ` · ${from}`}`
  const equation = cause.texts.map(({ role, text }) => `${role === '' ? '' : `${role}: `}${tidy(text)}`).join('; ')
  return [head, dim(meaning), ...(equation === '' ? [] : [dim(`= ${equation}`)])].join('\n')
}

const branchOf = (cause: Cause, other: Cause | undefined, region: RegionData, screen: Screen): Branch => ({
  label: labelOf(cause, other, region, screen),
  children: cause.inputs.map(input => branchOf(input, counterpart(input, other?.inputs ?? []), region, screen)),
})

/** Figures and paths with their grade and source; parameters have them already. */
const asJson = (cause: Cause, other: Cause | undefined, region: RegionData): object => ({
  ...cause,
  ...originOf(region, cause.kind, cause.name, cause.labels),
  ...(other === undefined ? {} : { currentPolicy: other.value }),
  inputs: cause.inputs.map(input => asJson(input, counterpart(input, other?.inputs ?? []), region)),
})

/** Labels by dimension from --area and --label dimension=label, all of them known to the variable. */
const labelsFrom = ({ open }: Choice, name: string, options: TraceOptions): Record<string, string> => {
  const variable = open.linked.variables.get(name)
  if (variable === undefined || variable.kind === 'clock') {
    const known = [...open.linked.variables.values()].filter(({ kind }) => kind !== 'clock').map(one => one.name)
    throw unknownWord('variable', name, known, { command: 'heartland list outcomes' })
  }
  const labels: Record<string, string> = {}
  const dimensions = variable.dimensions.map(dimension => dimension.name)
  if (options.area !== undefined) {
    const { element } = areaCalled(open, options.area)
    const own = ofRegion(name)
    if (!dimensions.includes('area')) {
      const area = name.replace(/^region(.)/, (_, letter: string) => letter.toLowerCase())
      const other = open.linked.variables.has(area) && own !== name ? area : ''
      throw new UsageError(commandMessages.ofWholeRegion({ name, area: other }))
    }
    labels['area'] = open.region.areas[element]
  }
  for (const text of options.label ?? []) {
    const [dimension = '', label] = text.split('=')
    if (label === undefined) throw new UsageError(commandMessages.labelForm({ text }))
    const declared = variable.dimensions.find(one => one.name === dimension)
    if (declared === undefined) {
      throw unknownWord('dimension', dimension, dimensions, { of: name })
    }
    if (!declared.positions.has(label)) {
      const { labels: known } = declared
      const some = known.length > 12 ? [`${known[0]} … ${known.at(-1)}`] : known
      throw unknownWord('label', label, known, { of: `${name}, ${dimension}`, shown: some })
    }
    if (Object.hasOwn(labels, dimension))
      throw new UsageError(commandMessages.givenTwice({ option: '--label', name: dimension }))
    labels[dimension] = label
  }
  return labels
}

/** What tables by year show of the same variable; a state is kept as it opens, so that its year has no end among the values. */
const ofItsYear = ({ open }: Choice, values: readonly Float64Array[], cause: Cause, year: number): string => {
  const variable = open.linked.variables.get(cause.name)!
  const reading = readingOf(variable)
  if (reading === 'end' && variable.state) return ''
  const element = variable.dimensions.reduce(
    (at, { name, labels, positions }) => at * labels.length + (positions.get(cause.labels[name] ?? '') ?? 0),
    0,
  )
  const { start } = open.region
  const path = values.map(step => step[variable.offset + element])
  const value = yearValues(reading, path, open.simulator.horizon.stepsPerYear)[year - start]
  return value === undefined ? '' : ` Tables by year show ${shown(value, cause)} (${readingNames.en[reading]}).`
}

/** A mean over areas, each counting alike, is no figure of the region. */
const refusePlainMean = ({ open }: Choice, name: string, labels: Readonly<Record<string, string>>): void => {
  const { linked, region } = open
  const variable = linked.variables.get(name)!
  const byArea = variable.dimensions.some(dimension => dimension.name === 'area')
  if (!byArea || labels['area'] !== undefined || region.areas.length === 1 || addsUp(variable)) return
  const whole = ofRegion(name)
  throw new UsageError(
    commandMessages.ofEachArea({
      name,
      whole: linked.variables.has(whole) ? whole : '',
      areas: region.areas.join(', '),
    }),
  )
}

const traceOne = (session: Session, name: string, options: TraceOptions): void => {
  const file = options.policy !== undefined && isSaved(options.policy) ? readScenario(options.policy).region : undefined
  const open = openChosen(options.region ?? file ?? firstRegion, options)
  const choice = choose(open, options.policy, options)
  const { region, simulator, program } = open
  const [first, last] = [Math.floor(region.start), simulator.horizon.end - 1]
  const year = wholeNumber('--year', options.year, first, last)
  const quarter = wholeNumber('--quarter', options.quarter, 1, simulator.horizon.stepsPerYear)
  const depth = wholeNumber('--depth', options.depth, 0, mostDepth)
  const labels = labelsFrom(choice, name, options)
  refusePlainMean(choice, name, labels)
  const step = Math.round((year - region.start) * simulator.horizon.stepsPerYear) + quarter - 1
  const explain = (values: RunValues): Cause => trace(program, at => values[at], name, labels, step, depth)
  const { scenario } = choice
  const values = valuesOfRun(open, scenario)
  const cause = explain(values)
  const compared = Object.keys(scenario.policy).length > 0
  const other = compared ? explain(valuesOfRun(open, { ...scenario, policy: {} })) : undefined
  announce(session, choice)
  if (options.json === true) {
    printJson(session, {
      region: region.id,
      scenario: choice.scenario,
      year,
      quarter,
      cause: asJson(cause, other, region),
    })
    return
  }
  const screen = screenOf(session.out)
  const of = `${region.names.en}, ${year} quarter ${quarter}: ${choice.scenario.name}, central projection.${ofItsYear(choice, values, cause, year)}`
  print(session, [screen.aside(of), tree(branchOf(cause, other, region, screen), screen)].join('\n'))
  if (cause.inputs.length > 0)
    print(
      session,
      `\n${screen.aside(`For more detail ${depth < mostDepth ? `use --depth ${Math.min(depth + 2, mostDepth)}, or ` : ''}trace a cause by its name. Stocks are shown at the start of the quarter. The specification: ${specificationFile}.`)}`,
    )
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('-y, --year <year>', 'calendar year')
    .option('-q, --quarter <1-4>', 'quarter of the year', '4')
    .option('-r, --region <region>', `the region (default: the one in the file, or ${firstRegion})`)
    .option('-a, --area <area>', 'one area, such as CN-LN (default: the sum of all areas, where they add up)')
    .option(
      '-l, --label <dimension=label>',
      'a label of another dimension, such as group=young (repeatable)',
      collectValues,
    )
    .option('-d, --depth <number>', `number of levels to show, at most ${mostDepth}`, '3')
    .option('--json', 'print the tree as JSON')
  addChoice(command).action((name: string, options: TraceOptions) => traceOne(session, name, options))
}
