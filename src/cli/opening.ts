/** Opens the region that a command names. */

import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { OutsidePaths } from '../engine/outside.ts'
import type { Assumptions } from '../engine/scenario.ts'
import { listRegions, listVariants, ownPacks, readFrom } from '../regions/read.ts'
import { isLink } from '../analysis/link/scenario-link.ts'
import { unknownWord } from '../analysis/usage.ts'
import { baselineCalled, openUnder, parsePath } from '../analysis/outside.ts'
import { checkAssumptions, checkOutside, parseAssumption } from '../analysis/policy.ts'
import { rulesOf } from '../analysis/scenario-rules.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { type CommonOptions, givenAssumptions } from './common-options.ts'
import { type FolderOptions, openRegion } from './simulation.ts'

/** Ids of regions and their names in English and Chinese, all in lower case, to the id; 'as-reported' finds northeast-as-reported. */
const regionNames = (root: string): Map<string, string> => {
  const names = new Map<string, string>()
  for (const id of [...listRegions(root), ...listVariants(root)]) {
    names.set(id.toLowerCase(), id)
    const text = readFrom(root)(`${id}/region.json`)
    for (const [, name = ''] of [/"en": *"([^"]+)"/, /"zh": *"([^"]+)"/].map(one => one.exec(text ?? '') ?? [])) {
      if (name !== '') names.set(name.toLowerCase(), id)
    }
    const [, of] = /"of": *"([^"]+)"/.exec(text ?? '') ?? []
    if (of !== undefined && id.startsWith(`${of}-`)) names.set(id.slice(of.length + 1).toLowerCase(), id)
  }
  return names
}

/** The id of a region that is called so: 'northeast', 'cn-ln', 'Liaoning', '辽宁'. */
export const regionCalled = (word: string, root: string = ownPacks): string => {
  let names: Map<string, string>
  try {
    names = regionNames(root)
  } catch (problem) {
    throw new UsageError(commandMessages.noRegions({ folder: root, why: (problem as Error).message }))
  }
  const id = names.get(word.toLowerCase())
  if (id !== undefined) return id
  const ids = [...new Set(names.values())]
  throw unknownWord('region', word, [...ids, ...names.keys()], { shown: ids })
}

/** The id of a region, or a link that says which, for whoever may not open files here; else a UsageError. */
export const regionOrLink = (word: string): string => (isLink(word) ? word : regionCalled(word))

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

/** External conditions as given: those of a file, then of a named baseline, then path by path. */
const outsideGiven = (open: OpenRegion, { path = [], outside }: CommonOptions, saved: OutsidePaths): OutsidePaths => ({
  ...saved,
  ...(outside === undefined ? {} : baselineCalled(open.under?.own ?? open.region, outside)),
  ...onceEach('--path', path.map(parsePath)),
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
    parameters,
    outside = {},
  }: Pick<FolderOptions, 'parameters'> & { readonly outside?: OutsidePaths | undefined } = {},
): OpenRegion => {
  const { packs, opened = openCalled } = options
  const open = opened(word, {
    ...(parameters === undefined ? {} : { parameters }),
    ...(packs === undefined ? {} : { root: packs }),
  })
  const given = outsideGiven(open, options, outside)
  return Object.keys(given).length === 0 ? open : openUnderChecked(open, given)
}

/** With the model's own priors, for what fits or tests them. */
export const openUnfitted = (word: string, options: CommonOptions): OpenRegion =>
  openWith(word, options, { parameters: 'priors' })

export const assumptionsFrom = (open: OpenRegion, options: CommonOptions): Assumptions => {
  const assumptions = Object.fromEntries(givenAssumptions(options).map(parseAssumption))
  checkAssumptions(rulesOf(open), assumptions)
  return assumptions
}
