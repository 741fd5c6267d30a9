/** `heartland export` writes the results of a run as a table, or the model itself, for other programs. */

import { declaredOutcomes } from '../../../engine/recording.ts'
import { UsageError } from '../../../language/messages.ts'
import { commandMessages } from '../../input/messages.ts'
import type { Command } from 'commander'
import { overwriteOption } from '../../input/common-options.ts'
import type { Run } from '../../../engine/run.ts'
import type { Variable } from '../../../language/linked.ts'
import { announce } from '../../terminal/announce.ts'
import type { Choice } from '../../../analysis/region/choice.ts'
import { addChoice, type ChoiceOptions, chooseFor, isSaved, linkTo, openChosen } from '../../input/choice.ts'
import { evidenceOf, originOf } from '../../../analysis/evidence/evidence.ts'
import { type FileFormat, fileContent, fileFormats } from '../../../analysis/files/export/formats.ts'
import { recordForTables, tablesOf, variableNamed } from '../../../analysis/files/export/tables.ts'
import type { OpenRegion } from '../../../analysis/region/simulation.ts'
import { madeWith, modelHash } from '../../../analysis/region/fingerprint.ts'
import { unknownWord } from '../../../language/usage.ts'
import { type OverwriteOption, refuseExisting, writeNew } from '../../input/new-file.ts'
import { note, type Session } from '../../terminal/session.ts'
import type { RegionData } from '../../../regions/types.ts'
import { fitSentence } from '../../../analysis/region/fitted-model.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { type Mdl, writeMdl } from '../../../language/emit/mdl/mdl.ts'
import { InputRecording } from '../../../language/emit/mdl/recording.ts'
import { buildModule } from '../../threads/wasm-module.ts'
import { conditionsOf } from '../../../questions/core/conditions.ts'

interface ExportOptions extends ChoiceOptions, OverwriteOption {
  readonly out?: string
  readonly variables?: string
  readonly format?: string
  readonly yearly?: boolean
}

/** 'regionOutput,closing(deposits)' -> names that a run records. */
export const parseVariables = ({ linked }: OpenRegion, text: string): string[] => {
  const names = text.split(',').map(word => word.trim())
  for (const word of names) {
    const variable = linked.variables.get(variableNamed(word))
    if (variable === undefined || variable.kind === 'clock') {
      throw unknownWord('variable', word, linked.variables.keys(), { command: 'heartland list outcomes' })
    }
    if (word.startsWith('closing(') && !variable.state) {
      throw new UsageError(commandMessages.notState({ name: variable.name }))
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

/** Grade and source of a variable that is given from outside; computed ones have no grade of their own. */
const gradeOf = ({ kind, name, evidence, source }: Variable, region: RegionData) => {
  const origin = originOf(region, kind, name, {})
  return { evidence: origin?.evidence ?? evidence, source: origin?.source ?? source }
}

const asJson = ({ open, scenario }: Choice, run: Run, names: readonly string[]): string => {
  const { linked, region, simulator } = open
  const series = names.map(name => {
    const variable = linked.variables.get(variableNamed(name))!
    const dimensions = variable.dimensions.map(dimension => ({ name: dimension.name, labels: dimension.labels }))
    const steps = stepsOf(run, variable, name)
    return [
      name,
      {
        unit: variable.unitText,
        doc: variable.doc,
        dimensions,
        ...gradeOf(variable, region),
        values: variable.dimensions.length === 0 ? steps.flat() : steps,
      },
    ]
  })
  return `${JSON.stringify({
    region: region.id,
    ...madeWith(open),
    scenario,
    conditions: conditionsOf({ open, scenario, inputs: {} }),
    calibrated: region.parameters !== undefined,
    stepsPerYear: simulator.horizon.stepsPerYear,
    times: Array.from(run.times),
    series: Object.fromEntries(series),
    evidence: evidenceOf(linked, region),
    audit: run.audit,
  })}\n`
}

const formats = [...fileFormats, 'json', 'mdl', 'wasm'] as const
type Format = (typeof formats)[number]

/** The format asked for, or else the extension of the file. */
const formatOf = ({ format, out }: ExportOptions): Format => {
  const [, ending = ''] = /\.(\w+)$/.exec(out ?? '.csv') ?? []
  const word = (format ?? ending).toLowerCase()
  const found = formats.find(known => known === word)
  const named = formats.find(known => known === ending.toLowerCase())
  // A table of one kind under the name of another is opened by the wrong program, or by none.
  if (out !== undefined && found !== undefined && named !== undefined && named !== found)
    throw new UsageError(commandMessages.otherEnding({ file: out, format: found }))
  if (found !== undefined) return found
  if (format !== undefined) throw unknownWord('format', format, formats)
  throw new UsageError(
    commandMessages.ending({ option: '--out', file: out ?? '', endings: formats.map(known => `.${known}`).join(', ') }),
  )
}

/** The equations with the data, levers and paths of one run; any engine that reads .mdl can repeat the run. */
const vensimFile = ({ linked, region, simulator }: OpenRegion, scenario: Scenario): Mdl => {
  const recording = new InputRecording(linked)
  const { policy, assumptions } = scenario
  simulator.run({ policy, assumptions, record: [], observe: recording.observe, observeStart: recording.observeStart })
  const hashes = `Model ${modelHash(linked.source)}, data ${region.hash}`
  return writeMdl(linked, recording, {
    about: [`Heartland: ${region.id}, ${scenario.name}, without random shocks. ${fitSentence(region)}`, hashes],
  })
}

interface ModelFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** The module and its manifest (same name, .manifest.json), which tells a host how to run it. */
const moduleFiles = ({ linked }: OpenRegion, out: string): ModelFile[] => {
  if (!out.toLowerCase().endsWith('.wasm'))
    throw new UsageError(commandMessages.ending({ option: '--out', file: out, endings: '.wasm' }))
  const { bytes, manifest } = buildModule(linked)
  return [
    { path: out, content: bytes },
    { path: out.replace(/\.wasm$/i, '.manifest.json'), content: `${JSON.stringify(manifest, null, 1)}\n` },
  ]
}

/** A module contains the equations only, so it is the same under every policy. */
const exportModule = (session: Session, word: string, { out, overwrite = false, ...options }: ExportOptions): void => {
  if (out === undefined) throw new UsageError(commandMessages.notForScreen({ format: 'wasm', example: 'model.wasm' }))
  const ofRun = Object.keys(options).filter(name => !['format', 'opened', 'packs'].includes(name))
  if (isSaved(word) || ofRun.length > 0) {
    throw new UsageError(commandMessages.moduleOfScenario())
  }
  const files = moduleFiles(openChosen(word, options), out)
  // Both or none.
  for (const { path } of files) refuseExisting(path, { overwrite })
  for (const { path, content } of files) writeNew(path, content, { overwrite })
  note(session, files.map(({ path, content }) => `${path}: ${content.length} bytes`).join('\n'))
}

const exportVensim = (
  session: Session,
  choice: Choice,
  { out, variables, yearly, overwrite = false }: ExportOptions,
): void => {
  if (variables !== undefined || yearly !== undefined) throw new UsageError(commandMessages.vensimWhole())
  const { open, scenario } = choice
  announce(session, choice)
  const { text, omitted } = vensimFile(open, scenario)
  for (const part of omitted) note(session, `not included in the file: ${part}`)
  if (out === undefined) session.out.write(text)
  else {
    writeNew(out, text, { overwrite })
    note(session, `${out}: ${text.length} bytes`)
  }
}

const exportNumbers = async (
  session: Session,
  choice: Choice,
  format: FileFormat | 'json',
  options: ExportOptions,
): Promise<void> => {
  const { open, scenario } = choice
  const { out } = options
  if (out === undefined && (format === 'parquet' || format === 'xlsx')) {
    throw new UsageError(commandMessages.notForScreen({ format, example: `run.${format}` }))
  }
  if (format === 'json' && options.yearly === true) throw new UsageError(commandMessages.yearlyJson())
  const names =
    options.variables === undefined ? declaredOutcomes(open.linked) : parseVariables(open, options.variables)
  announce(session, choice)
  const run = open.simulator.run({ ...scenario, record: recordForTables(open, names), audit: true })
  const content =
    format === 'json'
      ? asJson(choice, run, names)
      : await fileContent(
          // The first table is the one that CSV holds.
          tablesOf(open, run, names, {
            scenario,
            conditions: conditionsOf({ open, scenario, inputs: {} }).en,
            link: linkTo(choice),
          }).slice(options.yearly === true ? 1 : 0),
          format,
        )
  if (out === undefined) {
    session.out.write(String(content))
    return
  }
  writeNew(out, content, options)
  const quarters = run.times.length
  const times =
    options.yearly === true ? [quarters / open.simulator.horizon.stepsPerYear, 'years'] : [quarters, 'quarters']
  note(session, `${names.length} ${names.length === 1 ? 'variable' : 'variables'}, ${times.join(' ')}: ${out}`)
}

const exportRun = async (session: Session, word: string, { out, ...others }: ExportOptions): Promise<void> => {
  const options: ExportOptions = out === undefined || out === '-' ? others : { ...others, out }
  const kind = formatOf(options)
  refuseExisting(options.out, options)
  if (kind === 'wasm') {
    exportModule(session, word, options)
    return
  }
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  if (kind === 'mdl') exportVensim(session, choice, options)
  else await exportNumbers(session, choice, kind, options)
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-o, --out <file>', 'the file to write (default, or -: print CSV)')
    .option(...overwriteOption)
    .option(
      '-f, --format <format>',
      `${formats.join(', ')} (default: the extension of the file); mdl is for Vensim, wasm is a module with its manifest`,
    )
    .option(
      '-v, --variables <names>',
      'variables of the model, such as regionOutput,closing(deposits) (default: all outcomes)',
    )
    .option('--yearly', 'one row a year instead of one a quarter: the yearly mean, or the end of the year')
  addChoice(command).action((word: string, options: ExportOptions) => exportRun(session, word, options))
}
