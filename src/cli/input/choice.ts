/** Builds the scenario that the command line describes: a region, a package or file, single levers and assumptions. */

import { UsageError } from '../../language/messages.ts'
import { commandMessages } from './messages.ts'
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { checkUncertainty } from '../../engine/uncertainty.ts'
import { nearest } from '../../language/errors.ts'
import { lookUpPackage } from '../../model/design.ts'
import { declaredPackages } from '../../model/packages.ts'
import { type Choice, chooseFrom } from '../../analysis/region/choice.ts'
import {
  uncertaintyOf,
  type Scenario,
  type FinancingWord,
  financingWords,
  type Stated,
} from '../../scenario/scenario.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { madeWith } from '../../analysis/region/fingerprint.ts'
import { isLink, linkOf } from '../../scenario/link.ts'
import type { ScenarioLink } from '../../scenario/segments.ts'
import { addAssumptions, addOutside, addPacks, collectValues, type CommonOptions } from './common-options.ts'
import { assumptionsIn, onceEach, openUnderChecked, openWith } from './opening.ts'
import { outsideOf } from '../../analysis/region/outside.ts'
import { checkDraws, checkScenario } from '../../scenario/problems.ts'
import { parseSetting } from '../../scenario/words.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { oneOf } from '../../language/usage.ts'
import { readScenario } from './scenario-file.ts'

export interface ChoiceOptions extends CommonOptions {
  readonly policy?: string
  readonly set?: readonly string[]
  readonly financing?: FinancingWord
}

export const addChoice = (command: Command): Command =>
  addPacks(
    addAssumptions(
      addOutside(command)
        .option('-p, --policy <package|file>', 'a policy package (A to H, or its name) or a scenario file')
        .option(
          '--set <lever=value[@start[:ramp[:end]]]>',
          'set a lever; starts in 2026 and is phased in over 1 year unless stated; further values in time after commas (repeatable)',
          collectValues,
        )
        .option(
          '--financing <way>',
          `who finances what the provinces spend, where no lever says so: ${financingWords.join(', ')} (default: half by the central government, half by bonds)`,
          word => oneOf('financing', word, financingWords),
        ),
    ),
  )

/** A scenario that was saved in a file or in a link. */
export const isSaved = (word: string): boolean => word.toLowerCase().endsWith('.json') || isLink(word)

/** Its name in messages; a link itself would be too long. */
const savedName = (word: string): string => (isLink(word) ? 'the link' : word)

/** A saved scenario of the open region; throws a UsageError that says all that is wrong with it. */
export const checkSaved = (file: string, saved: Scenario, open: OpenRegion): void => {
  const { region } = saved
  if (region !== open.region.id) {
    throw new UsageError(commandMessages.otherRegion({ file, region, open: open.region.id }))
  }
  const rules = rulesOf(open)
  checkScenario(rules, saved, file)
  const uncertainty = uncertaintyOf(saved)
  checkUncertainty(uncertainty, new Set(uncertainParameters(open.linked).map(parameter => parameter.name)))
  checkDraws(rules, uncertainty, file)
}

const unknownPolicy = (word: string): UsageError => {
  // Of a single letter every other is a near miss.
  const meant = nearest(
    word,
    declaredPackages.map(({ name }) => name),
  )
  const known = declaredPackages.map(({ id, name }) => `${id} (${name})`).join(', ')
  return new UsageError(commandMessages.unknownPolicy({ word, meant, known }))
}

/** `word` where it names a package or is a link, for whoever may not open files here; else a UsageError. */
export const packageOrLink = (word: string): string => {
  if (word === 'baseline' || lookUpPackage(word) !== undefined || isLink(word)) return word
  throw unknownPolicy(word)
}

/** The scenario in a file or a link; undefined for the name of a package, and for no word. */
const savedIn = (word: string | undefined): Scenario | undefined => {
  if (word === undefined || word === 'baseline' || lookUpPackage(word) !== undefined) return undefined
  if (isSaved(word) || existsSync(word)) return readScenario(word)
  throw unknownPolicy(word)
}

/** A region by its name, or a scenario file that says which. */
export const openChosen = (word: string, options: CommonOptions): OpenRegion =>
  isSaved(word) ? openSaved(readScenario(word), options) : openWith(word, options)

const openSaved = ({ region, outside }: Scenario, options: CommonOptions): OpenRegion =>
  openWith(region, options, { outside })

/** A policy from a file runs under the conditions of that file, but for those that the command line sets. */
const underSaved = (open: OpenRegion, word: string | undefined): OpenRegion => {
  const saved = word !== undefined && isSaved(word) ? readScenario(word).outside : undefined
  return saved === undefined ? open : openUnderChecked(open, { ...saved, ...outsideOf(open) }, savedName(word!))
}

/** The scenario of an open region as it is stated; in the place of a package may stand a file or a link. */
export const chooseStated = (opened: OpenRegion, stated: Stated): Choice => {
  const word = typeof stated.policy === 'string' ? stated.policy : undefined
  const open = underSaved(opened, word)
  const saved = savedIn(word)
  if (saved === undefined) return chooseFrom(open, stated)
  const file = savedName(word!)
  checkSaved(file, saved, open)
  return chooseFrom(open, { ...stated, policy: undefined }, { ...saved, file })
}

/** As `chooseStated`. `word` is a package or file; settings and assumptions on the command line go above it. */
export const choose = (open: OpenRegion, word: string | undefined, options: ChoiceOptions): Choice =>
  chooseStated(open, {
    policy: word,
    set: onceEach('--set', (options.set ?? []).map(parseSetting)),
    assume: assumptionsIn(options),
    financing: options.financing,
  })

/** As `choose`, for a command that is given a region or a saved scenario: a policy may stand in one of the two only. */
export const chooseFor = (open: OpenRegion, word: string, options: ChoiceOptions): Choice => {
  if (!isSaved(word)) return choose(open, options.policy, options)
  if (options.policy !== undefined) throw new UsageError(commandMessages.policyTwice({ file: savedName(word) }))
  return choose(open, word, options)
}

/** A link that opens the scenario in the app, with the same simulations as `heartland answer`. */
export const linkTo = (
  { open, scenario, package: policyPackage }: Choice,
  view = 'what-if',
  language: ScenarioLink['language'] = 'en',
  chart?: string,
): string =>
  linkOf({
    scenario: { ...scenario, ...madeWith(open), package: policyPackage?.id },
    view,
    language,
    chart,
    overlays: [],
  }).text
