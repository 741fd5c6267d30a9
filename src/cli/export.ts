/** `heartland export`: the numbers of a run as a table, for other programs. */

import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { csvFormatRows } from 'd3-dsv'
import type { Run } from '../engine/run.ts'
import { labelsAt } from '../language/element.ts'
import type { Variable } from '../language/linked.ts'
import { addChoice, type Choice, type ChoiceOptions, choose, isFile, openChosen } from './choice.ts'
import { modelHash } from '../analysis/fingerprint.ts'
import { Mistake, unknownWord } from '../analysis/mistakes.ts'
import { note, type Session } from './session.ts'
import type { OpenRegion } from '../analysis/simulation.ts'

interface ExportOptions extends ChoiceOptions {
  readonly out?: string
  readonly variables?: string
}

const outcomesOf = ({ linked }: OpenRegion): string[] =>
  [...linked.variables.values()].filter(({ outcome }) => outcome).map(({ name }) => name)

const named = (text: string): string => text.replace(/^closing\((\w+)\)$/, '$1')

/** 'regionOutput,closing(deposits)' -> names that a run records. */
const parseVariables = ({ linked }: OpenRegion, text: string): string[] => {
  const names = text.split(',').map(word => word.trim())
  for (const word of names) {
    const variable = linked.variables.get(named(word))
    if (variable === undefined || variable.kind === 'clock') {
      throw unknownWord('variable', word, linked.variables.keys(), '`heartland list outcomes` shows the outcomes')
    }
    if (word.startsWith('closing(') && !variable.state) {
      throw new Mistake(
        `'${variable.name}' is no stock or other state: it has no closing value; write ${variable.name}`,
      )
    }
  }
  return [...new Set(names)]
}

const stepsOf = (run: Run, variable: Variable, recorded: string): number[][] => {
  const { size, values } = run.series.get(recorded)!
  return Array.from(run.times, (_, step) => Array.from(values.subarray(step * size, (step + 1) * size))).map(row =>
    row.slice(0, variable.size),
  )
}

/** One row a number: easy to filter in any spreadsheet. */
const asCsv = ({ open }: Choice, run: Run, names: readonly string[]): string => {
  const rows = [['time', 'variable', 'labels', 'value', 'unit']]
  for (const name of names) {
    const variable = open.linked.variables.get(named(name))!
    stepsOf(run, variable, name).forEach((values, step) => {
      values.forEach((value, element) => {
        const labels = labelsAt(variable.dimensions, element).join(' ')
        rows.push([String(run.times[step]), name, labels, String(value), variable.unitText])
      })
    })
  }
  return `${csvFormatRows(rows)}\n`
}

const asJson = ({ open, scenario }: Choice, run: Run, names: readonly string[]): string => {
  const { linked, region, simulator } = open
  const series = names.map(name => {
    const variable = linked.variables.get(named(name))!
    const dimensions = variable.dimensions.map(dimension => ({ name: dimension.name, labels: dimension.labels }))
    const steps = stepsOf(run, variable, name)
    return [
      name,
      {
        unit: variable.unitText,
        doc: variable.doc,
        dimensions,
        values: variable.dimensions.length === 0 ? steps.flat() : steps,
      },
    ]
  })
  return `${JSON.stringify({
    region: region.id,
    model: modelHash(linked.source),
    data: region.hash,
    scenario,
    calibrated: false,
    stepsPerYear: simulator.horizon.stepsPerYear,
    times: Array.from(run.times),
    series: Object.fromEntries(series),
    audit: run.audit,
  })}\n`
}

const format = (out: string | undefined): 'csv' | 'json' => {
  const [, ending = ''] = /\.(\w+)$/.exec(out ?? '.csv') ?? []
  if (ending.toLowerCase() === 'csv' || ending.toLowerCase() === 'json') return ending.toLowerCase() as 'csv' | 'json'
  throw new Mistake(`--out ${out}: the file must end in .csv or .json`)
}

const exportRun = (session: Session, word: string, options: ExportOptions): void => {
  const kind = format(options.out)
  if (isFile(word) && options.policy !== undefined) {
    throw new Mistake(`${word} already holds a policy; leave out --policy, or name the region instead of the file`)
  }
  const open = openChosen(word, options)
  const choice = choose(open, isFile(word) ? word : options.policy, options)
  const names = options.variables === undefined ? outcomesOf(open) : parseVariables(open, options.variables)
  for (const text of choice.notes) note(session, text)
  const run = open.simulator.run({ ...choice.scenario, record: names, audit: true })
  const text = (kind === 'csv' ? asCsv : asJson)(choice, run, names)
  if (options.out === undefined) {
    session.out.write(text)
    return
  }
  try {
    writeFileSync(options.out, text)
  } catch (problem) {
    throw new Mistake(`'${options.out}' cannot be written: ${(problem as Error).message}`)
  }
  note(session, `${names.length} variables, ${run.times.length} quarters: ${options.out}`)
}

export const addExport = (program: Command, session: Session): void => {
  const command = program
    .command('export')
    .description('The numbers of one run, step by step, as CSV or JSON')
    .argument('<region|file>', 'id of a region, or a scenario file')
    .option('-o, --out <file.csv|file.json>', 'the file to write; CSV on the screen unless given')
    .option(
      '-v, --variables <names>',
      'names of the model, such as regionOutput,closing(deposits) (default: all outcomes)',
    )
  addChoice(command)
    .addHelpText(
      'after',
      '\nExamples:\n  heartland export northeast --out baseline.csv\n  heartland export CN-LN --policy G --variables output,debtToGdp --out reform.json',
    )
    .action((word: string, options: ExportOptions) => exportRun(session, word, options))
}
