/**
 * `npm run carry-fit -- FORMER [SET]` keeps a fit, both sets unless one is named, after a change of the model that moves
 * none of the figures it was fitted to. FORMER is a checkout of the version that the fit belongs to. Both versions are
 * run at every draw that is kept; if a prediction moves by more than a twentieth of its error, the fit has to be made
 * anew.
 */

import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { modelHash } from '../src/analysis/region/fingerprint.ts'
import { type CalibrationRecord, formatRecord, readRecord, withDigest } from '../src/analysis/hindcast/parameter-set.ts'
import { calibratedParameters, calibrationData, segmentEvaluator } from '../src/analysis/hindcast/segments.ts'
import { drawsFile, parameterFile, type ParameterSet, parameterSets } from '../src/regions/parameter-file.ts'
import { readPast } from '../src/regions/past.ts'
import { ownPacks, readFrom } from '../src/regions/read.ts'
import { readTargets } from '../src/regions/targets.ts'
import { openUnfitted } from '../src/cli/input/opening.ts'
import { runVectors } from '../src/cli/threads/vector-threads.ts'

/** Of the error of a prediction. */
const mostChange = 0.05

/** The parts of a version that this needs. */
const own = {
  openUnfitted,
  calibratedParameters,
  calibrationData,
  segmentEvaluator,
  readPast,
  readTargets,
  runVectors,
  packs: ownPacks,
}

type Version = typeof own

const versionIn = async (folder: string): Promise<Version> => {
  const load = <Module>(file: string): Promise<Module> =>
    import(pathToFileURL(join(folder, 'src', file)).href) as Promise<Module>
  const [opening, segments, past, targets, threads] = await Promise.all([
    load<typeof import('../src/cli/input/opening.ts')>('cli/input/opening.ts'),
    load<typeof import('../src/analysis/hindcast/segments.ts')>('analysis/hindcast/segments.ts'),
    load<typeof import('../src/regions/past.ts')>('regions/past.ts'),
    load<typeof import('../src/regions/targets.ts')>('regions/targets.ts'),
    load<typeof import('../src/cli/threads/vector-threads.ts')>('cli/threads/vector-threads.ts'),
  ])
  return { ...opening, ...segments, ...past, ...targets, ...threads, packs: join(folder, 'regions') }
}

/** Predictions of a version at the draws of a fit, and the observations. */
const predictionsOf = async (version: Version, { region, set, names, draws }: CalibrationRecord) => {
  const read = readFrom(version.packs)
  const open = version.openUnfitted(region, {})
  const known = version.calibratedParameters(open.linked).map(({ name }) => name)
  const differing = [...known.filter(name => !names.includes(name)), ...names.filter(name => !known.includes(name))]
  if (differing.length > 0) throw new Error(`the model has other parameters to fit: ${differing.join(', ')}`)
  const past = version.readPast(read, open.region)
  const data = version.calibrationData(open.region, past, version.readTargets(read, open.region), set)
  let threads: ReturnType<typeof runVectors> | undefined
  const evaluate = version.segmentEvaluator(open, past, data, names, orders => {
    threads = version.runVectors(orders, 1)
    return threads.run
  })
  const predictions = await evaluate(draws.map(draw => Float64Array.from(draw)))
  await threads?.close()
  return { open, past, targets: data.targets, predictions }
}

/** The largest root mean square, over the draws, of a prediction's change as a share of its error. */
const largestChange = (
  record: CalibrationRecord,
  former: Awaited<ReturnType<typeof predictionsOf>>,
  present: Awaited<ReturnType<typeof predictionsOf>>,
): { readonly change: number; readonly where: string } => {
  const modes = new Map(record.parameters.map(({ name, mode }) => [name, mode]))
  const deviationOf = (given: number | string): number => (typeof given === 'number' ? given : (modes.get(given) ?? 0))
  let found = { change: 0, where: '' }
  let column = 0
  for (const { name, times, scale, errors, observed, discrepancy } of former.targets) {
    const same = present.targets.find(target => target.name === name)
    if (same === undefined || same.observed.some((value, at) => value !== observed[at]))
      throw new Error(`what was observed of ${name} has changed`)
    const deviation = discrepancy === undefined ? 0 : deviationOf(discrepancy.deviation)
    for (const [at, time] of times.entries()) {
      let squares = 0
      for (const [draw, before] of former.predictions.entries()) {
        const after = present.predictions[draw]!
        if ('failure' in before || 'failure' in after) throw new Error(`draw ${draw} fails`)
        const [one, other] = [before[column]!, after[column]!]
        const change = scale === 'log' ? Math.log(other / one) : other - one
        squares += (change / Math.hypot(deviation, errors[at]!)) ** 2
      }
      const change = Math.sqrt(squares / former.predictions.length)
      if (change > found.change) found = { change, where: `${name}, ${time}` }
      column++
    }
  }
  return found
}

const carry = async (folder: string, set: ParameterSet): Promise<void> => {
  const former = await versionIn(folder)
  const record = readRecord(readFrom(former.packs), 'northeast', set)
  if (record === undefined) throw new Error(`there is no fit '${set}' in ${folder}`)
  const before = await predictionsOf(former, record)
  if (record.model !== modelHash(before.open.linked.source)) throw new Error(`the fit is not of the model in ${folder}`)
  const now = await predictionsOf(own, record)
  const { change, where } = largestChange(record, before, now)
  if (!(change <= mostChange)) throw new Error(`${where} moves by ${change.toPrecision(2)} of its error: fit anew`)
  // Keys in the order of the file, over which the digest is taken.
  const { score, diagnostics, parameters, correlations, names, drawsDigest, digest: _, ...head } = record
  const carried = withDigest({
    ...head,
    model: modelHash(now.open.linked.source),
    data: now.open.region.hash,
    past: now.past.hash,
    carried: { from: record.model, change: Number(change.toPrecision(2)), where },
    score,
    diagnostics,
    parameters,
    correlations,
    names,
    drawsDigest,
  })
  const texts = formatRecord(carried)
  writeFileSync(join(ownPacks, parameterFile(record.region, set)), texts.parameters)
  writeFileSync(join(ownPacks, drawsFile(record.region, set)), texts.draws)
  process.stdout.write(`${set}: kept; the largest change is ${change.toPrecision(2)} of the error (${where})\n`)
}

const [folder = '', only] = process.argv.slice(2)
if (!existsSync(join(folder, 'src/cli/input/opening.ts')))
  throw new Error('name a checkout of the version that was fitted')
for (const set of parameterSets) if (only === undefined || only === set) await carry(resolve(folder), set)
