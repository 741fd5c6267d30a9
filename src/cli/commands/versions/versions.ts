/** `heartland versions` compares two versions of the model, its figures or a scenario, and says what each difference does. */

import type { Command } from 'commander'
import { signed } from '../../../analysis/words/numbers.ts'
import { wholeNumber } from '../../../language/usage.ts'
import { changeKinds, countsOf, type VersionChange } from '../../../analysis/files/versions/changes.ts'
import {
  compareVersions,
  effectRows,
  headlinesOf,
  type OutcomeChange,
  changeSize,
  type VersionComparison,
} from '../../../analysis/files/versions/compare.ts'
import { messages as versionMessages } from '../../../texts/version.ts'
import { createSimulator } from '../../../engine/run.ts'
import { compile } from '../../../language/emit/javascript.ts'
import { chineseName } from '../../../model/names/names.ts'
import type { Language } from '../../../language/messages.ts'
import { ReportedError, UsageError } from '../../../language/reported-error.ts'
import { windowTo } from '../../../model/measures.ts'
import { collectValues, languageFrom, languageOption } from '../../input/common-options.ts'
import { interruptible } from '../../threads/interruptible.ts'
import { print, printJson, type Session } from '../../terminal/session.ts'
import { progress } from '../../terminal/progress.ts'
import { type Screen, screenOf } from '../../terminal/screen.ts'
import { type Cell, numberColumns, textColumns } from '../../terminal/table.ts'
import { capsuleCalled, versionFrom } from './version-source.ts'
import { firstRegion } from '../../../regions/first-region.ts'

interface VersionsOptions {
  readonly region?: string
  readonly outcome?: readonly string[]
  readonly year: string
  readonly lang: string
  readonly json?: boolean
}

/** Rows of a page: the rest is in the JSON. */
const [mostOutcomes, mostDifferences] = [25, 40]

const figures = (value: number): string => (value === 0 ? '0' : value.toPrecision(4))

const nameOf = (name: string, language: Language): string =>
  language === 'zh' ? `${name} ${chineseName(name) ?? ''}`.trim() : name

/** Long texts are cut in the middle of a table, never in the JSON. */
const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)} …` : text)

const labelOf = (changes: readonly VersionChange[], language: Language): string => {
  const names = [...new Set(changes.map(({ name }) => nameOf(name, language)))]
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 4).join(', ')} … (${names.length})`
}

const outcomeTable = (list: readonly OutcomeChange[], screen: Screen): string => {
  const { language, say } = screen
  const { red, yellow, green } = screen.colours
  return screen.table(
    [
      ...textColumns(say(versionMessages.outcome())),
      ...numberColumns(say(versionMessages.before()), say(versionMessages.after()), say(versionMessages.size())),
    ],
    list.map(({ outcome, before, after, size }): Cell[] => {
      const paint = { large: red, moderate: yellow, small: green, none: green }[changeSize({ size })]
      const relative = before === 0 ? '–' : signed((100 * (after - before)) / Math.abs(before), 2)
      return [nameOf(outcome, language), figures(before), figures(after), paint(relative)]
    }),
  )
}

const differenceLines = (changes: readonly VersionChange[], screen: Screen): string => {
  const { language, say } = screen
  const { red, green } = screen.colours
  return changes
    .slice(0, mostDifferences)
    .map(({ name, kind, before, after }) =>
      [
        `${nameOf(name, language)}  ${screen.colours.dim(kind)}`,
        red(`  - ${cut(before ?? say(versionMessages.absent()))}`),
        green(`  + ${cut(after ?? say(versionMessages.absent()))}`),
      ].join('\n'),
    )
    .join('\n')
}

const effectTable = (found: VersionComparison, screen: Screen): string => {
  const { language, say } = screen
  const told = (value: number): string => (value === 0 ? '0' : `${value > 0 ? '+' : ''}${value.toPrecision(3)}`)
  const { headlines } = found
  const { rows, rest } = effectRows(found)
  return screen.table(
    [...textColumns(say(versionMessages.difference())), ...numberColumns(...headlines.map(({ outcome }) => outcome))],
    [
      ...rows.map(({ changes, alone }): Cell[] => [
        labelOf(changes, language),
        ...headlines.map((_, at) => (alone === null ? say(versionMessages.notAlone()) : told(alone[at]))),
      ]),
      ...(rest.number === 0 ? [] : [[say(versionMessages.others({ number: rest.number })), ...rest.alone.map(told)]]),
      [say(versionMessages.sum()), ...headlines.map(({ sum }) => told(sum))],
      [say(versionMessages.remainder()), ...headlines.map(({ remainder }) => told(remainder))],
      [say(versionMessages.together()), ...headlines.map(({ before, after }) => told(after - before))],
    ],
  )
}

const page = (found: VersionComparison, labels: readonly [string, string], screen: Screen): string => {
  const { changes, outcomes, year, headlines, gone, added } = found
  const { say } = screen
  const moved = outcomes.filter(({ size }) => size > 0)
  const [first, second] = labels
  return [
    screen.heading(say(versionMessages.compared({ first, second }))),
    screen.paragraph(say(changes.length === 0 ? versionMessages.none() : versionMessages.changed(countsOf(changes)))),
    ...(moved.length === 0
      ? []
      : [
          `${screen.heading(say(versionMessages.outcomes({ year })))}\n${outcomeTable(moved.slice(0, mostOutcomes), screen)}`,
        ]),
    screen.aside(
      say(
        versionMessages.more({
          number: Math.max(0, moved.length - mostOutcomes),
          same: outcomes.length - moved.length,
        }),
      ),
    ),
    ...(gone.length === 0 ? [] : [screen.aside(say(versionMessages.onlyFirst({ names: gone })))]),
    ...(added.length === 0 ? [] : [screen.aside(say(versionMessages.onlySecond({ names: added })))]),
    ...(changes.length === 0
      ? []
      : [
          `${screen.heading(say(versionMessages.differences()))}\n${differenceLines(changes, screen)}`,
          `${screen.heading(say(versionMessages.effects({ outcomes: headlines.map(({ outcome }) => outcome).join(', ') })))}\n${effectTable(found, screen)}`,
        ]),
  ].join('\n\n')
}

const versions = async (session: Session, first: string, second: string, options: VersionsOptions): Promise<void> => {
  const screen = screenOf(session.out, languageFrom(options.lang))
  const year = wholeNumber('--year', options.year, 2024, 2040)
  const known = (await capsuleCalled(first)) ?? (await capsuleCalled(second))
  const region = options.region ?? known?.region.id ?? firstRegion
  const scenario = known?.scenario ?? { policy: {}, assumptions: {} }
  const before = await versionFrom(first, region, scenario)
  const after = await versionFrom(second, region, scenario)
  if (before.region !== after.region)
    throw new UsageError(versionMessages.otherAreas({ first: before.region, second: after.region }))
  let bar: ReturnType<typeof progress> | undefined
  const found = await interruptible(async signal =>
    compareVersions({
      before,
      after,
      headlines: options.outcome ?? headlinesOf(year),
      year,
      open: (linked, data, horizon) => createSimulator(compile(linked), data, horizon),
      pause: async (done, all) => {
        bar ??= progress('differences', all, session.err)
        if (done > 0) bar.advance()
        await new Promise(resolve => setImmediate(resolve))
        if (signal.aborted) throw new ReportedError(versionMessages.cancelled())
      },
    }),
  ).finally(() => bar?.end())
  if (options.json === true) printJson(session, { first, second, region, scenario, kinds: changeKinds, ...found })
  else print(session, page(found, [first, second], screen))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-r, --region <region>', `the region (default: that of the capsule, or ${firstRegion})`)
    .option(
      '--outcome <outcome@time>',
      'a result whose change is divided among the differences (repeatable)',
      collectValues,
    )
    .option('-y, --year <year>', 'the year in which all outcomes are compared', String(windowTo))
    .option(...languageOption)
    .option('--json', 'print the result as JSON')
    .action((first: string, second: string, options: VersionsOptions) => versions(session, first, second, options))
}
