/** `heartland debt` shows the debt of a region as those who lend look at it. */

import { mostSimulations } from '../scenario/problems.ts'
import type { Command } from 'commander'
import { csvFormatRows } from 'd3-dsv'
import { debtReport } from '../analysis/debt/debt.ts'
import { debtFans } from '../analysis/debt/fan.ts'
import { debtMessages } from '../analysis/debt/messages.ts'
import { standardDiscount } from '../analysis/debt/pension-debt.ts'
import { debtColumns, debtRows } from '../analysis/debt/rows.ts'
import { benchmarkSets } from '../analysis/debt/thresholds.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { oneOf, typedNumber } from '../language/usage.ts'
import { UsageError } from '../language/reported-error.ts'
import { announce, noteAudit } from './announce.ts'
import { futureSettingsOf } from '../analysis/answer-runs.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { languageFrom, languageOption } from './common-options.ts'
import { debtPage } from './debt-page.ts'
import { bandSimulations, countOf } from './ensembles/options.ts'
import { commandMessages } from './messages.ts'
import { scenarioName } from './scenario-words.ts'
import { print, printJson, type Session } from './session.ts'
import { progress } from './terminal/progress.ts'
import { screenOf } from './terminal/screen.ts'
import { builtModule } from './wasm-module.ts'
import { areaCalled } from '../analysis/central-run.ts'
import { parseYears } from '../analysis/years.ts'

interface DebtOptions extends ChoiceOptions {
  readonly area?: string
  readonly years?: string
  readonly simulations: string
  readonly seed: string
  readonly discount: string
  readonly benchmarks: string
  readonly lang: string
  readonly csv?: boolean
}

const discountFrom = (text: string): number => {
  const value = typedNumber(text)
  if (value === undefined || value < 0 || value > 10) throw new UsageError(debtMessages.discountOutside({ text }))
  return value / 100
}

const standardYears = [2024, 2026, 2028, 2030, 2035, 2040]

const debt = async (session: Session, word: string, options: DebtOptions): Promise<void> => {
  if (options.csv === true && options.json === true) throw new UsageError(commandMessages.csvAndJson())
  const members = bandSimulations('--simulations', options.simulations, mostSimulations)
  const seed = countOf('--seed', options.seed, 0, 2 ** 32 - 1)
  const discountRate = discountFrom(options.discount)
  const benchmarks = oneOf('benchmarks', options.benchmarks, benchmarkSets)
  const language = languageFrom(options.lang)
  const chosen = chooseFor(openChosen(word, options), word, options)
  const { open, scenario } = chosen
  const area = options.area === undefined ? undefined : areaCalled(open, options.area)
  const { policy, assumptions } = scenario
  const report = debtReport(open, { policy, assumptions, discountRate, benchmarks })
  const years =
    options.years === undefined
      ? report.years.filter(year => standardYears.includes(year))
      : parseYears(open, options.years).filter(year => report.years.includes(year))
  const bar = progress('simulations', members, session.err)
  const simulate = async () => {
    const built = builtModule(open)
    const task = { settings: { seed, members }, policies: [policy], assumptions }
    const { widening } = await futureSettingsOf(open, task, built)
    return debtFans(open, built, { policy, assumptions, seed, members, benchmarks }, widening, runs =>
      bar.advance(runs),
    )
  }
  const fans = members === 0 ? undefined : await simulate().finally(() => bar.end())
  announce(session, chosen)
  noteAudit(session, {
    largestResidual: Math.max(report.largestResidual, fans?.audit.largestResidual ?? 0),
    where: fans?.audit.where ?? '',
  })
  if (options.csv === true)
    print(
      session,
      csvFormatRows([[...debtColumns], ...debtRows(report, fans).map(row => row.map(cell => String(cell ?? '')))]),
    )
  else if (options.json === true)
    printJson(session, {
      ...madeWith(open),
      scenario,
      ...report,
      simulations: fans,
      calibrated: open.region.parameters !== undefined,
    })
  else {
    const place = report.places.length === 1 || area === undefined ? 'region' : open.region.areas[area.element]
    print(
      session,
      debtPage(
        report,
        fans,
        { place, years, scenario: scenarioName(scenario.name, language), language },
        screenOf(session.out),
      ),
    )
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-a, --area <area>', 'the page of one area, such as CN-LN (default: the region, and a table of its areas)')
    .option('-y, --years <years>', `years to show, such as 2026,2030 or all (default: ${standardYears.join(',')})`)
    .option('-m, --simulations <number>', 'simulations behind the fans; 0 for none', '400')
    .option('-s, --seed <number>', 'random seed: the same seed gives the same simulations', '1')
    .option('--discount <percent>', 'real discount rate of pension rights, % a year', String(100 * standardDiscount))
    .option('--benchmarks <set>', `benchmarks of the IMF: those of ${benchmarkSets.join(' or ')} economies`, 'emerging')
    .option(...languageOption)
    .option('--csv', 'print all figures of all places as CSV, one a line')
    .option('--json', 'print all figures of all places as JSON')
  addChoice(command).action((word: string, options: DebtOptions) => debt(session, word, options))
}
