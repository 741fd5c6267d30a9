/** `heartland evidence`: what is guessed, in the order in which the verdict depends on it: the data worth getting. */

import type { Command } from 'commander'
import { type EvidenceRanking, rankEvidence, type RankedGuess } from '../analysis/evidence-ranking.ts'
import { ranges } from '../analysis/guesses.ts'
import { openOnLanes } from '../analysis/lanes-region.ts'
import { number, unitInWords } from '../analysis/numbers.ts'
import { addChoice, type ChoiceOptions, choose, isSaved, openChosen } from './choice.ts'
import { countOf } from './ensembles/options.ts'
import { note, print, printJson, type Session } from './session.ts'
import { aside, entries, heading, paragraph } from './terminal/page.ts'
import { progress } from './terminal/progress.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Column, table } from './terminal/table.ts'

interface EvidenceOptions extends ChoiceOptions {
  readonly walks: string
  readonly seed: string
  readonly top: string
  readonly json?: boolean
}

/** '3,300 (2,640 to 3,960)', for each area. */
const valuesOf = ({ cells, unit }: RankedGuess): string => {
  const texts = cells.map(({ address, value, low, high }) => {
    const [, area] = /\[([A-Z]+-[A-Z]+)[,\]]/.exec(address) ?? []
    const [, time] = / at ([\d.]+)$/.exec(address) ?? []
    const scale = unit === 'share' || unit === '1/year' ? 100 : 1
    const [own, from, to] = [value, low, high].map(one => number(one * scale))
    return `${area === undefined ? '' : `${area.replace(/^.*-/, '')} `}${time === undefined ? '' : `${time}: `}${own} (${from} to ${to})`
  })
  const word = unit === 'share' ? '%' : unit === '1/year' ? '% a year' : unitInWords(unit)
  return `${texts.join(', ')} ${word}`
}

const directionOf = ({ direction, criteriaChanged }: RankedGuess): string =>
  criteriaChanged.value === 0 || Math.abs(direction) < criteriaChanged.value / 2 ? '' : direction > 0 ? '+' : '−'

const rankingTable = (guesses: readonly RankedGuess[], screen: Screen): string => {
  const columns: Column[] = [
    { header: 'What is guessed', kind: 'text' },
    { header: 'kind', kind: 'text' },
    { header: 'evidence', kind: 'text' },
    { header: 'criteria changed', kind: 'number' },
    { header: '', kind: 'text' },
    { header: 'class, %', kind: 'number', digits: 0 },
    { header: 'what it is', kind: 'text' },
  ]
  const rows = guesses.map(guess => {
    const { value, low, high } = guess.criteriaChanged
    return [
      guess.name,
      guess.kind,
      guess.evidence,
      `${number(value, 2)} (${number(low, 2)} to ${number(high, 2)})`,
      directionOf(guess),
      100 * guess.classChanged,
      guess.doc,
    ]
  })
  return table(columns, rows, screen)
}

/** Figures to look up, most useful first, with what is used until then. */
const shoppingList = (guesses: readonly RankedGuess[], screen: Screen): string =>
  entries(
    guesses.map((guess, at): [string, string] => {
      const notes = [...new Set(guess.cells.flatMap(({ note: text }) => text ?? []))]
      return [
        `${at + 1}.`,
        `${guess.doc} (${guess.name}): ${valuesOf(guess)}.${notes.length === 0 ? '' : ` ${notes.join('; ')}.`}`,
      ]
    }),
    screen,
  )

const partsSentence = ({ parts }: EvidenceRanking): string => {
  const told = parts
    .filter(({ part }) => part > 0)
    .map(({ kind, evidence, count, part }) => `${count} ${evidence} ${kind}s ${number(100 * part, 0)} %`)
  return `Of all influence: ${told.join(', ')}.`
}

const page = (found: EvidenceRanking, most: number, screen: Screen): string => {
  const { region, scenario, walks, runs, seed, failed, guesses } = found
  const figures = guesses.filter(({ kind, criteriaChanged }) => kind !== 'parameter' && criteriaChanged.value > 0)
  const idle = guesses.filter(({ criteriaChanged }) => criteriaChanged.value === 0).length
  return [
    `${heading(`${region}: what the verdict rests on`, screen)}  ${screen.colours.dim(`${scenario}, ${walks} walks, ${number(runs, 0)} runs, seed ${seed}`)}`,
    rankingTable(guesses.slice(0, most), screen),
    paragraph(
      `${partsSentence(found)} ${idle} of ${guesses.length} changed no criterion.${failed > 0 ? ` ${failed} runs had no solution and are left out.` : ''}`,
      screen,
    ),
    heading('Data worth getting', screen),
    shoppingList(figures.slice(0, most), screen),
    [
      aside(
        `criteria changed: of the seven of a single future, mean when the guess moves by two thirds of its range, all others wherever they are, 95 % interval; class: moves that put the future into another class; + helps, − hurts. No shocks. Ranges: assumed figures ±${100 * ranges.assumed} %, derived and secondary ±${100 * ranges.derived} % (growth and the like ±1 and ±¼ point), official ones are taken as they are; parameters the middle 90 % of their prior.`,
        screen,
      ),
      aside('path: taken from outside, moved as a whole. Not in the list: cohorts by age.', screen),
    ].join('\n'),
  ].join('\n\n')
}

const evidence = (session: Session, word: string, options: EvidenceOptions): void => {
  const walks = countOf('--walks', options.walks, 2, 100_000)
  const seed = countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER)
  const most = countOf('--top', options.top, 1, 1000)
  const open = openChosen(word, options)
  const { scenario, notes } = choose(open, isSaved(word) ? word : options.policy, options)
  for (const text of notes) note(session, text)
  const lanes = openOnLanes(open.region)
  let bar: ReturnType<typeof progress> | undefined
  let told = 0
  try {
    const found = rankEvidence(open, lanes.simulator.runMany, {
      scenario: scenario.name,
      policy: scenario.policy,
      assumptions: scenario.assumptions,
      walks,
      seed,
      progress: (done, all) => {
        bar ??= progress('runs', all, session.err)
        bar.advance(done - told)
        told = done
      },
    })
    bar?.end()
    if (options.json === true) printJson(session, found)
    else print(session, page(found, most, screenOf(session.out)))
  } finally {
    bar?.end()
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--walks <number>', 'walks through all guesses: runs are that times the guesses and 1', '40')
    .option('-s, --seed <number>', 'the same seed gives the same list', '1')
    .option('--top <number>', 'guesses to show', '15')
    .option('--json', 'all guesses as JSON')
  addChoice(command)
    .addHelpText(
      'after',
      '\nExamples:\n  heartland evidence northeast\n  heartland evidence CN-LN --policy G --walks 100 --json',
    )
    .action((word: string, options: EvidenceOptions) => evidence(session, word, options))
}
