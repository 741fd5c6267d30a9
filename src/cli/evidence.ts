/** `heartland evidence` ranks uncertain inputs by their effect on the result, and lists the data worth improving first. */

import type { Command } from 'commander'
import { type EvidenceRanking, rankEvidence, type RankedInput } from '../analysis/evidence-ranking.ts'
import { ranges } from '../analysis/uncertain-inputs.ts'
import { number } from '../analysis/numbers.ts'
import { unitInWords } from '../language/unit-words.ts'
import { announce } from './announce.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { countOf } from './ensembles/options.ts'
import { runManyOf } from './wasm-module.ts'
import { print, printJson, type Session } from './session.ts'
import { progress } from './terminal/progress.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { numberColumn, numberColumns, type TextColumn, textColumns } from './terminal/table.ts'

interface EvidenceOptions extends ChoiceOptions {
  readonly walks: string
  readonly seed: string
  readonly top: string
}

/** '3,300 (2,640 to 3,960)', for each area. */
const valuesOf = ({ cells, unit }: RankedInput): string => {
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

const directionOf = ({ direction, criteriaChanged }: RankedInput): string =>
  criteriaChanged.value === 0 || Math.abs(direction) < criteriaChanged.value / 2 ? '' : direction > 0 ? '+' : '−'

const rankingTable = (inputs: readonly RankedInput[], screen: Screen): string => {
  const columns: TextColumn[] = [
    ...textColumns('Uncertain input', 'kind', 'evidence'),
    ...numberColumns('criteria changed'),
    ...textColumns(''),
    numberColumn('class changed, %', 0),
    ...textColumns('description'),
  ]
  const rows = inputs.map(input => {
    const { value, low, high } = input.criteriaChanged
    return [
      input.name,
      input.kind,
      input.evidence,
      `${number(value, 2)} (${number(low, 2)} to ${number(high, 2)})`,
      directionOf(input),
      100 * input.classChanged,
      input.doc,
    ]
  })
  return screen.table(columns, rows)
}

/** The figures worth looking up, most useful first, with the values used until then. */
const shoppingList = (inputs: readonly RankedInput[], screen: Screen): string =>
  screen.entries(
    inputs.map((input, at): [string, string] => {
      const notes = [...new Set(input.cells.flatMap(({ note: text }) => text ?? []))]
      return [
        `${at + 1}.`,
        `${input.doc} (${input.name}): ${valuesOf(input)}.${notes.length === 0 ? '' : ` ${notes.join('; ')}.`}`,
      ]
    }),
  )

const partsSentence = ({ parts }: EvidenceRanking): string => {
  const told = parts
    .filter(({ part }) => part > 0)
    .map(({ kind, evidence, count, part }) => `${count} ${evidence} ${kind}s ${number(100 * part, 0)} %`)
  return `Shares of the total influence: ${told.join(', ')}.`
}

const page = (found: EvidenceRanking, most: number, screen: Screen): string => {
  const { region, scenario, walks, runs, seed, failed, inputs } = found
  const figures = inputs.filter(({ kind, criteriaChanged }) => kind !== 'parameter' && criteriaChanged.value > 0)
  const idle = inputs.filter(({ criteriaChanged }) => criteriaChanged.value === 0).length
  return [
    `${screen.heading(`${region}: uncertain inputs with the largest effect on the result`)}  ${screen.colours.dim(`${scenario}, ${walks} walks, ${number(runs, 0)} runs, seed ${seed}`)}`,
    rankingTable(inputs.slice(0, most), screen),
    screen.paragraph(
      `${partsSentence(found)} ${idle} of ${inputs.length} inputs change no criterion.${failed > 0 ? ` ${failed} runs had no solution and are left out.` : ''}`,
    ),
    screen.heading('Data to improve first'),
    shoppingList(figures.slice(0, most), screen),
    [
      screen.aside(
        `Criteria changed: the average number of the eight criteria that change between met and not met (partly met criteria count in part) when the input moves by two thirds of its range and all other inputs vary within theirs, with the 95 % interval. Class changed: the share of these moves that change the class of the simulation. +: an increase helps; −: it harms. Without random shocks. Ranges: assumed figures ±${100 * ranges.assumed} %, derived and secondary figures ±${100 * ranges.derived} % (growth rates ±1 and ±¼ percentage point); official figures are not varied; parameters over the middle 90 % of their prior distribution.`,
      ),
      screen.aside('Path: an exogenous path, moved as a whole. Cohorts by age are not included.'),
    ].join('\n'),
  ].join('\n\n')
}

const evidence = (session: Session, word: string, options: EvidenceOptions): void => {
  const walks = countOf('--walks', options.walks, 2, 100_000)
  const seed = countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER)
  const most = countOf('--top', options.top, 1, 1000)
  const open = openChosen(word, options)
  const { scenario, notes } = chooseFor(open, word, options)
  announce(session, { open, scenario, notes })
  let bar: ReturnType<typeof progress> | undefined
  let told = 0
  try {
    const found = rankEvidence(open, runManyOf(open), {
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
    .option(
      '--walks <number>',
      'walks through all inputs; the number of runs is this times the number of inputs plus one',
      '40',
    )
    .option('-s, --seed <number>', 'random seed: the same seed gives the same list', '1')
    .option('--top <number>', 'number of inputs to show', '15')
    .option('--json', 'print all inputs as JSON')
  addChoice(command).action((word: string, options: EvidenceOptions) => evidence(session, word, options))
}
