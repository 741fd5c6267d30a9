/** `heartland multipliers` shows what each lever does to output and consumption, and to what studies measured, beside published estimates. */

import type { Command } from 'commander'
import { madeWith } from '../../analysis/region/fingerprint.ts'
import { fitSentence } from '../../analysis/region/fitted-model.ts'
import {
  type Comparison,
  type Multiplier,
  multiplierRange,
  multipliersOf,
  multiplierYears,
  settingOf,
} from '../../analysis/policies/multipliers.ts'
import { signed } from '../../analysis/words/numbers.ts'
import { currencyWord } from '../../language/currency.ts'
import { packageStart } from '../../model/packages.ts'
import { measuredOutcomes } from '../../model/published-effects.ts'
import { citationOf } from '../../model/published-studies.ts'
import type { RegionData } from '../../regions/types.ts'
import { noteAudit, noteFit, watched } from '../terminal/announce.ts'
import { addPacks, type CommonOptions } from '../input/common-options.ts'
import { openWith } from '../input/opening.ts'
import { print, printJson, type Session } from '../terminal/session.ts'
import { type Screen, screenOf } from '../terminal/screen.ts'
import { type Cell, numberColumn, type TextColumn, textColumns } from '../terminal/table.ts'

const units: Readonly<Record<Comparison['per'], string>> = {
  yuan: 'yuan per yuan',
  spending: 'yuan at current prices per yuan of public spending',
  percent: '%',
}

/** What the effect is measured in: yuan for each yuan spent, or per cent of the outcome at a setting of the lever. */
export const measureOf = ({ on, per }: Comparison): string => `${measuredOutcomes[on].en}, ${units[per]}`

/** Why some comparisons are at current prices and per yuan of public spending. */
export const betweenPlaces =
  'Studies across places (counties, cities, provinces) divide the rise in a place’s output by the rise in its public spending, both deflated with a national or provincial index. The comparable effect is therefore the rise in output at current prices per unit of additional general budget spending.'

/** '0.0 to -1.0 % a year' where the comparison has a setting of its own. */
export const comparedAt = (measure: Multiplier, { setting }: Comparison): string =>
  setting === undefined ? settingOf(measure) : settingOf({ ...measure, value: setting })

/** All comparisons with published estimates, with the measure that each belongs to. */
export const comparisonsOf = (found: readonly Multiplier[]) =>
  found.flatMap(measure =>
    measure.published.map(effect => ({ doc: measure.doc, compared: comparedAt(measure, effect), ...effect })),
  )

export const studiesOf = (found: readonly Multiplier[]) => [
  ...new Set(comparisonsOf(found).flatMap(({ estimates }) => estimates.map(({ study }) => study))),
]

const effectColumns: readonly TextColumn[] = multiplierYears.map(year => ({
  header: String(year),
  kind: 'number',
  digits: 2,
}))

const spendingTable = (found: readonly Multiplier[], screen: Screen): string =>
  screen.table(
    [...textColumns('Measure', 'setting'), numberColumn('% of output', 2), ...effectColumns],
    found.map(one => [one.doc, settingOf(one), one.outlay * 100, ...one.output]),
  )

const reformTable = (found: readonly Multiplier[], screen: Screen): string =>
  screen.table(
    [...textColumns('Reform', 'setting'), ...effectColumns],
    found.map((one): Cell[] => [one.doc, settingOf(one), ...one.output.map(share => signed(share * 100, 2))]),
  )

const comparisonTable = (found: readonly Multiplier[], screen: Screen): string => {
  const { red, green, dim } = screen.colours
  const shown = { inside: green, below: red, above: red, 'one estimate': dim }
  return screen.table(
    [...textColumns('Measure', 'setting', 'effect on'), ...effectColumns, ...textColumns('published', 'in', '')],
    comparisonsOf(found).map((effect): Cell[] => [
      effect.doc,
      effect.compared,
      measureOf(effect),
      ...effect.model,
      multiplierRange(effect),
      String(packageStart + effect.year - 1),
      shown[effect.verdict](effect.verdict),
    ]),
  )
}

const comparisonParts = (found: readonly Multiplier[], region: RegionData, screen: Screen): string[] => [
  screen.heading('Compared with published estimates'),
  comparisonTable(found, screen),
  // An address is never broken, so that it can be opened from the screen.
  studiesOf(found)
    .map(study => `${screen.paragraph(citationOf(study))}\n  ${study.address}`)
    .join('\n'),
  screen.aside(
    `The verdict compares the year to which the studies refer. ${betweenPlaces} Measures that are not listed here have no comparable published estimate. Studies differ from the experiment in place, period and financing. ${fitSentence(region)}`,
  ),
]

const page = (region: RegionData, found: readonly Multiplier[], screen: Screen): string => {
  const { names, currency } = region
  const word = currencyWord(currency, 'en')
  const spending = found.filter(({ outlay }) => outlay > 0)
  const reforms = found.filter(({ outlay }) => outlay === 0)
  return [
    `${screen.heading(`${names.en}: effects of a ${word} spent`)}  ${screen.colours.dim('central projections, no shocks')}`,
    screen.paragraph(
      `One measure at a time, in full and permanently from ${packageStart}, paid by the central government. The year columns show the change in output in that year per ${word} spent in that year (or in a mean year so far, if that is more), at start-year prices; for directed investment, per ${word} that state firms invest, of which the budget pays only the interest. % of output: what is spent in ${packageStart}; measures that reach their limits cost less than 1 %.`,
    ),
    spendingTable(spending, screen),
    screen.heading('Reforms: change in output, % (what they cost, if anything, is not scaled)'),
    reformTable(reforms, screen),
    ...(comparisonsOf(found).length > 0
      ? comparisonParts(found, region, screen)
      : [screen.aside(`The published estimates are for another country and are not compared. ${fitSentence(region)}`)]),
  ].join('\n\n')
}

const multipliers = (session: Session, word: string, options: CommonOptions): void => {
  const open = openWith(word, options)
  const { region } = open
  const audited = watched(open)
  const found = multipliersOf(audited.open)
  noteFit(session, open)
  noteAudit(session, audited.audit())
  if (options.json === true) {
    printJson(session, {
      region: region.id,
      ...madeWith(open),
      years: multiplierYears,
      measures: found,
    })
  } else print(session, page(region, found, screenOf(session.out)))
}

export const define = (command: Command, session: Session): void => {
  command.option('--json', 'print all effects and estimates as JSON')
  addPacks(command).action((word: string, options: CommonOptions) => multipliers(session, word, options))
}
