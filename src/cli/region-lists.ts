/** The lists of packages, levers, parameters, external conditions, outcomes and sources of a region. */

import { money, signed } from '../analysis/numbers.ts'
import { type LeverEffect, leverEffects } from '../analysis/lever-effects.ts'
import { costingOf } from '../analysis/costs.ts'
import { packagesOf } from '../analysis/packages.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { pathScale } from '../language/path-bounds.ts'
import { pathUnit } from '../scenario/paths.ts'
import { shocksOf } from '../analysis/outside.ts'
import { type PathEffect, pathEffects } from '../analysis/path-effects.ts'
import { valueOnPath } from '../engine/path-value.ts'
import { leversOf, standardAt } from '../engine/scenario.ts'
import type { Declaration, LeverPath, Prior } from '../language/declare.ts'
import type { LinkedModel, Variable } from '../language/linked.ts'
import { isEvent, payerOf } from '../language/payer.ts'
import { unitIn } from '../language/currency.ts'
import { catalogued } from '../outcomes/catalogue.ts'
import type { ListName } from './list-names.ts'
import { type Listing, listing } from './listing.ts'
import { payerInWords } from '../questions/core/payer-words.ts'
import { runManyOf } from './wasm-module.ts'

const packageRows = (open: OpenRegion): Listing => {
  const costing = costingOf(open)
  const rows = packagesOf(open, costing).map(({ id, name, doc, levers }) => ({
    id,
    name,
    description: doc,
    levers: levers
      .map(lever => `${lever.name} ${Number(lever.value.toPrecision(3))}${lever.free ? ' (no direct cost)' : ''}`)
      .join(', '),
  }))
  const remark = `The packages are scaled so that the gross outlay of each has the present value of ${money(costing.envelope, open.region.currency)} a year in ${open.region.names.en}; reforms are not scaled. Example: heartland run ${open.region.id} --policy G`
  return listing(['id', 'name', 'description', 'levers'], rows, remark)
}

const ofKind = <Kind extends Declaration['kind']>(model: LinkedModel, kind: Kind) =>
  [...model.variables.values()].flatMap(variable =>
    variable.declaration?.kind === kind
      ? [{ variable, declaration: variable.declaration as Extract<Declaration, { kind: Kind }> }]
      : [],
  )

/** The time at which the standard of a lever is shown: when packages start. */
const inForce = (standard: number | LeverPath): string => String(standardAt(standard, 2026))

/** A remark on the effect of a lever at its bounds, where it has hardly any. */
const littleEffect = (effect: LeverEffect | undefined): string =>
  effect === undefined || effect.acts ? '' : `hardly any: debt ${signed(100 * effect.debt, 2)} points`

const levers = (open: OpenRegion): Listing => {
  const { linked } = open
  const all = leversOf(linked)
  const effects = new Map(leverEffects(open, runManyOf(open), {}))
  // Levers that divide the investment of others among industries come after the levers themselves.
  const own = ofKind(linked, 'lever').filter(({ declaration }) => !isEvent(declaration))
  const [first, others] = [false, true].map(divides =>
    own.filter(({ declaration: { partOf } }) => (partOf !== undefined) === divides),
  ) as [typeof own, typeof own]
  const rows = [...first, ...others].map(({ variable, declaration }) => ({
    theme: declaration.theme,
    name: [variable.name, ...variable.dimensions.map(({ name }) => `[${name}]`)].join(''),
    unit: variable.unitText,
    now: inForce(declaration.standard),
    from: String(declaration.bounds[0]),
    to: String(declaration.bounds[1]),
    effect: littleEffect(effects.get(variable.name)),
    payer: `${payerInWords(payerOf(all, variable.name))}${declaration.free === undefined ? '' : ' (no direct cost)'}`,
    description: [variable.doc, ...variable.dimensions.map(({ name, labels }) => `${name}: ${labels.join(', ')}`)].join(
      '; ',
    ),
  }))
  return listing(
    ['theme', 'name', 'unit', 'now', 'from', 'to', 'effect', 'payer', 'description'],
    rows,
    `now: value in 2026 under current policy; from, to: limits; effect: empty unless no indicator moves noticeably in ${open.simulator.horizon.end - 1} with the lever at either limit; no direct cost: a reform rather than spending. Restrictions that others impose are external conditions (\`heartland list paths\`). Example: heartland run northeast --set childAllowance=10@2027`,
  )
}

/** '0.5 (0.2 to 0.9)', to six digits. */
export const priorText = (value: number | Prior): string => {
  const shown = (one: number): number => Number(one.toPrecision(6))
  return typeof value === 'number'
    ? String(value)
    : `${shown(value.central)} (${shown(value.low)} to ${shown(value.high)})`
}

const isPrior = (value: object): value is Prior => 'central' in value

const parameters = ({ linked }: OpenRegion): Listing => {
  const rows = ofKind(linked, 'parameter').flatMap(({ variable, declaration }) => {
    const { value } = declaration
    const entries =
      typeof value === 'number' || isPrior(value)
        ? [[variable.name, priorText(value)]]
        : Object.entries(value).map(([label, entry]) => [`${variable.name}[${label}]`, priorText(entry)])
    return entries.map(([name, text]) => ({
      name,
      unit: variable.unitText,
      value: text,
      evidence: variable.evidence ?? '',
      source: variable.source ?? '',
      description: variable.doc,
    }))
  })
  return listing(
    ['name', 'unit', 'value', 'evidence', 'source', 'description'],
    rows,
    'value: central value (10 % to 90 % points of its distribution). Example: heartland run northeast --assume wageFromSlack=0.5',
  )
}

const dimensionsOf = ({ dimensions }: Variable): string => dimensions.map(({ name }) => name).join(' ')

const outcomeRows = ({ linked, region }: OpenRegion): Listing => {
  const rows = [...linked.variables.values()]
    .filter(({ outcome }) => outcome)
    .map(variable => ({
      name: variable.name,
      unit: unitIn(catalogued(variable.name)?.unit ?? variable.unitText, region.currency),
      over: dimensionsOf(variable),
      description: variable.doc,
    }))
  return listing(['name', 'unit', 'over', 'description'], rows, 'Example: heartland trace regionDebtToGdp --year 2037')
}

const effectInWords = (effect: PathEffect | undefined): string => {
  if (effect?.kind === 'switched') return `only with ${effect.by.join(' or ')}`
  return effect?.kind === 'reported' ? `only on ${effect.in.join(', ')}` : ''
}

const pathYears = [2026, 2030, 2040] as const

const paths = ({ region, linked }: OpenRegion): Listing => {
  const rows = Object.entries(region.paths).map(([name, { unit, points, origins }]) => ({
    name,
    unit: pathUnit(unit),
    ...Object.fromEntries(
      pathYears.map(year => [
        String(year),
        String(Number((valueOnPath(points, year + 0.5) / pathScale(unit)).toPrecision(3))),
      ]),
    ),
    effect: effectInWords(pathEffects(linked).get(name)),
    uncertainty: shocksOf(linked, name).join(' '),
    sources: [...new Set(origins.map(({ source }) => source))].join(' '),
    description: linked.variables.get(name)?.doc ?? '',
  }))
  const events = ofKind(linked, 'lever').flatMap(({ variable, declaration }) => {
    if (!isEvent(declaration)) return []
    const [least, most] = declaration.bounds
    return [
      {
        name: variable.name,
        unit: variable.unitText,
        ...Object.fromEntries(
          pathYears.map(year => [String(year), String(standardAt(declaration.standard, year + 0.5))]),
        ),
        effect: '',
        uncertainty: '',
        sources: '',
        description: `${variable.doc}; ${least} to ${most}, set with --set ${variable.name}=${most}@2027`,
      },
    ]
  })
  return listing(
    ['name', 'unit', ...pathYears.map(String), 'effect', 'uncertainty', 'sources', 'description'],
    [...rows, ...events],
    'effect: empty where the path moves output and what follows from it; else the parameter without which, being 0, it moves nothing, or the only figures that it moves. uncertainty: the random deviation around the path in simulations. Example: heartland run northeast --path nationalGrowth=4.0@2027,3.5@2030',
  )
}

const baselines = ({ region }: OpenRegion): Listing => {
  const rows = (region.outside ?? []).map(
    ({ baseline, path, change, from, to, value, unit, evidence, source, note }) => ({
      baseline,
      path,
      change,
      years: to === undefined ? `${from} on` : `${from} to ${to}`,
      value: String(value),
      unit,
      evidence,
      source,
      note: note ?? '',
    }),
  )
  return listing(
    ['baseline', 'path', 'change', 'years', 'value', 'unit', 'evidence', 'source', 'note'],
    rows,
    [
      "The central baseline is the region's own paths (`heartland list paths`).",
      ...rows.slice(0, 1).map(({ baseline }) => `Example: heartland run ${region.id} --outside ${baseline}`),
    ].join(' '),
  )
}

const sources = ({ region }: OpenRegion): Listing => {
  const used = new Map<string, number>()
  const origins = [...region.figures, ...Object.values(region.paths).flatMap(path => path.origins), ...region.series]
  for (const { source } of origins) used.set(source, (used.get(source) ?? 0) + 1)
  const rows = [...used]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, count]) => {
      const { what = '', url = '' } = region.sources[id] ?? {}
      const [first, ...more] = url.split(' ; ')
      return {
        id,
        figures: String(count),
        description: what,
        url: more.length === 0 ? first : `${first} and ${more.length} more`,
      }
    })
  return listing(
    ['id', 'figures', 'description', 'url'],
    rows,
    `Sources of the initial data, exogenous paths and historical series of ${region.names.en}; sources.csv lists all addresses.`,
  )
}

/** A list of what a region and the model of it hold. */
export const listingIn = (open: OpenRegion, name: Exclude<ListName, 'regions'>): Listing => {
  switch (name) {
    case 'packages':
      return packageRows(open)
    case 'levers':
      return levers(open)
    case 'parameters':
      return parameters(open)
    case 'paths':
      return paths(open)
    case 'baselines':
      return baselines(open)
    case 'outcomes':
      return outcomeRows(open)
    case 'sources':
      return sources(open)
  }
}
