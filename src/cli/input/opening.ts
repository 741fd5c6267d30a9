/** Opens the region that a command names. */

import { ReportedError, UsageError } from '../../language/messages.ts'
import { commandMessages } from './messages.ts'
import type { OutsidePaths } from '../../engine/outside.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { startNamed } from '../../regions/at-start.ts'
import { derivedRegions } from '../../regions/country/on-demand.ts'
import { listRegions, listVariants, ownPacks, readFrom } from '../../regions/read.ts'
import { plainName } from '../../analysis/runs/central-run.ts'
import { isLink } from '../../scenario/link.ts'
import { unknownWord } from '../../language/usage.ts'
import { openUnder } from '../../analysis/region/open-under.ts'
import { heldParts } from '../../analysis/hindcast/parts.ts'
import { baselineCalled } from '../../analysis/region/outside.ts'
import { holdsFrom } from '../../scenario/holds.ts'
import { parsePath, parseAssumption } from '../../scenario/words.ts'
import { checkOutside, checkScenario } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { type CommonOptions, givenAssumptions } from './common-options.ts'
import { readText } from './scenario-file.ts'
import { type FolderOptions, openRegion } from './simulation.ts'

/** Ids of regions, as they are and in lower case, and their names in English and Chinese, in lower case, to the id; 'as-reported' finds northeast-as-reported. */
const regionNames = (root: string): Map<string, string> => {
  const names = new Map<string, string>()
  for (const id of [...listRegions(root), ...listVariants(root)]) {
    names.set(id, id)
    names.set(id.toLowerCase(), id)
    const text = readFrom(root)(`${id}/region.json`)
    for (const [, name = ''] of [/"en": *"([^"]+)"/, /"zh": *"([^"]+)"/].map(one => one.exec(text ?? '') ?? [])) {
      if (name !== '') names.set(plainName(name), id)
    }
    const [, of] = /"of": *"([^"]+)"/.exec(text ?? '') ?? []
    if (of !== undefined && id.startsWith(`${of}-`)) names.set(id.slice(of.length + 1).toLowerCase(), id)
  }
  for (const { id, names: ofOne } of derivedRegions(root))
    for (const name of [id, id.toLowerCase(), ...Object.values(ofOne).map(plainName)]) names.set(name, id)
  return names
}

/** True where a folder has a region.json that does not say what kind of region it is; throws where it is no text. */
const isUnreadable = (word: string, root: string): boolean => {
  const text = /^[\w-]+$/.test(word) ? readFrom(root)(`${word}/region.json`) : undefined
  return text !== undefined && !/"kind": *"/.test(text)
}

/** The id of a region that is called so: 'northeast', 'cn-ln', 'Liaoning', '辽宁'; undefined where there is none. */
export const knownRegion = (word: string, root: string = ownPacks): string | undefined =>
  idIn(namesIn(root), word, root)

const namesIn = (root: string): Map<string, string> => {
  try {
    return regionNames(root)
  } catch (problem) {
    if (problem instanceof ReportedError) throw problem
    throw new UsageError(commandMessages.noRegions({ folder: root, why: (problem as Error).message }))
  }
}

/** Two folders may differ only in capital letters; and what cannot be read as a region says so when it is loaded. */
const idIn = (names: ReadonlyMap<string, string>, word: string, root: string): string | undefined =>
  names.get(word) ?? (isUnreadable(word, root) ? word : names.get(plainName(word)))

/** For commands that write into the folder of a region. */
export const refuseDerived = (region: string, root: string): void => {
  const one = derivedRegions(root).find(({ id }) => id === region)
  if (one !== undefined) throw new UsageError(commandMessages.derivedOnly({ region, country: one.country }))
}

/** As `knownRegion`, of 'northeast@2025' too; throws a UsageError where there is none. */
export const regionCalled = (word: string, root: string = ownPacks): string => {
  const names = namesIn(root)
  const { id: called, year } = startNamed(word)
  const id = idIn(names, called, root)
  if (id !== undefined) return year === undefined ? id : `${id}@${year}`
  if (isLink(word) || word.toLowerCase().endsWith('.json')) throw new UsageError(commandMessages.regionNotScenario())
  const ids = [...new Set(names.values())]
  const help = derivedRegions(root).length > 0 ? { command: 'heartland list regions' } : { shown: ids }
  throw unknownWord('region', word, [...ids, ...names.keys()], help)
}

/** The region that a word names, opened anew. */
export const openCalled = (word: string, options: FolderOptions): OpenRegion =>
  openRegion(regionCalled(word, options.root), options)

/** Of two values for one name neither is what was meant for sure. */
export const onceEach = <Value>(
  option: string,
  pairs: ReadonlyArray<readonly [string, Value]>,
): Record<string, Value> => {
  const twice = pairs.find(([name], at) => pairs.findIndex(([other]) => other === name) < at)
  if (twice !== undefined) throw new UsageError(commandMessages.givenTwice({ option, name: twice[0] }))
  return Object.fromEntries(pairs)
}

/** External conditions as given: those of a file, then of a named baseline, then path by path, and outcomes that are held. */
const outsideGiven = (
  open: OpenRegion,
  { path = [], outside, hold = [], holdFile, through, force }: CommonOptions,
  saved: OutsidePaths,
): OutsidePaths => ({
  ...saved,
  ...(outside === undefined ? {} : baselineCalled(open.under?.own ?? open.region, outside)),
  ...onceEach('--path', path.map(parsePath)),
  ...holdsFrom(hold, holdFile === undefined ? undefined : readText(holdFile), {
    ...(through === undefined ? {} : { through: through.split(',') }),
    ...(force === true ? { accepted: true } : {}),
  }),
})

/** An open region under conditions that pass the test; `where` is the file that sets them. */
export const openUnderChecked = (open: OpenRegion, outside: OutsidePaths, where = ''): OpenRegion => {
  checkOutside(rulesOf(open), outside, where)
  return openUnder(open, outside)
}

export const openWith = (
  word: string,
  options: CommonOptions,
  {
    outside = {},
    ...from
  }: Pick<FolderOptions, 'parameters' | 'loaded'> & { readonly outside?: OutsidePaths | undefined } = {},
): OpenRegion => {
  const { packs, actuals, opened = openCalled } = options
  const open = opened(word, {
    ...from,
    ...(packs === undefined ? {} : { root: packs }),
    ...(actuals === undefined ? {} : { actuals: readText(actuals) }),
  })
  const given = {
    ...(open.region.parts === undefined ? {} : heldParts(open, open.region, open.files!.read)),
    ...outsideGiven(open, options, outside),
  }
  return Object.keys(given).length === 0 ? open : openUnderChecked(open, given)
}

/** With the model's own priors, for what fits or tests them. */
export const openUnfitted = (word: string, options: CommonOptions): OpenRegion =>
  openWith(word, options, { parameters: 'priors' })

/** Assumptions of --assume, not yet compared with a model. */
export const assumptionsIn = (options: CommonOptions): Assumptions =>
  onceEach('--assume', givenAssumptions(options).map(parseAssumption))

export const assumptionsFrom = (open: OpenRegion, options: CommonOptions): Assumptions => {
  const assumptions = assumptionsIn(options)
  checkScenario(rulesOf(open), { policy: {}, assumptions })
  return assumptions
}
