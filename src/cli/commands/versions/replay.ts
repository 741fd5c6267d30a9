/** `heartland replay` runs a capsule again, or one member of an ensemble, and compares it with what was kept. */

import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { modelHash } from '../../../analysis/region/fingerprint.ts'
import { replayCapsule } from '../../../analysis/files/versions/capsule.ts'
import { valuesDigest } from '../../../analysis/files/versions/capsule-file.ts'
import { messages as versionMessages } from '../../../texts/version.ts'
import { UsageError } from '../../../language/messages.ts'
import { capsuleIn } from './version-source.ts'
import { createCounter } from '../../../engine/summary/counter.ts'
import { computeChunk, memberColumns } from '../../ensembles/chunk.ts'
import { checkFile } from '../../ensembles/files.ts'
import { checkSame, resultIn } from '../../ensembles/merge-results.ts'
import { countOf } from '../../input/messages.ts'
import { sourceOfResult } from '../../ensembles/assemble.ts'
import { noTask } from '../../../threads/task.ts'
import { oneByOneRunner } from '../../ensembles/job.ts'
import { prepareEnsemble } from '../../ensembles/run-ensemble.ts'
import { readTable } from '../../ensembles/table.ts'
import { addPacks, type CommonOptions, languageFrom, languageOption } from '../../input/common-options.ts'
import { knownRegion, openWith } from '../../input/opening.ts'
import { note, print, printJson, type Session, screenOf } from '../../terminal/session.ts'
import { numberColumns, textColumns } from '../../terminal/table.ts'

interface Options extends CommonOptions {
  readonly lang: string
}

const replay = async (session: Session, folder: string, word: string, options: Options): Promise<void> => {
  const found = resultIn(folder)
  const { job } = found.manifest
  const member = countOf('member', word, 0, job.members - 1)
  const packs = options.packs === undefined ? {} : { packs: options.packs }
  const { ensemble, grid, fresh } = prepareEnsemble({ ...job, ...packs })
  checkSame(fresh, found, 'this program and its data compute')
  const counter = createCounter(ensemble.recording, grid, ensemble.counters, 1)
  const { rows } = await computeChunk(ensemble, oneByOneRunner(ensemble), [member, member + 1], counter, noTask)
  const columns = memberColumns(ensemble)
  const values = columns.map(({ name }, at) => [name, rows[at][0]] as const)
  const piece = sourceOfResult(folder, found.manifest).members.find(
    ({ range: [from, to] }) => member >= from && member < to,
  )
  if (piece !== undefined) checkFile(piece.path, piece.mark)
  const stored = piece === undefined ? undefined : await readTable(piece.path)
  const row = piece === undefined ? 0 : member - piece.range[0]
  const differing =
    stored === undefined ? [] : columns.filter((_, at) => !Object.is(stored.values[at][row], rows[at][0]))
  const same = stored === undefined ? undefined : differing.length === 0
  if (options.json === true) {
    printJson(session, { member, same: same ?? null, values: Object.fromEntries(values) })
  } else {
    const screen = screenOf(session.out)
    print(
      session,
      [
        screen.heading(`Member ${member} of ${join(folder)}`),
        screen.table(
          [...textColumns('Input or outcome'), ...numberColumns('value')],
          values.slice(1).map(([name, value]) => [name, String(value)]),
        ),
        screen.aside(
          same === undefined
            ? 'The table does not contain this member.'
            : same
              ? 'Identical to the table.'
              : 'Different from the table.',
        ),
      ].join('\n\n'),
    )
  }
  if (same === false) {
    note(
      session,
      `heartland: member ${member} differs from the table in ${differing.map(({ name }) => name).join(', ')}`,
    )
    session.exitCode = 1
  }
}

const replayOfCapsule = async (session: Session, file: string, options: Options): Promise<void> => {
  const language = languageFrom(options.lang)
  const capsule = await capsuleIn(file)
  const { same, digest, years, firstYear } = await replayCapsule(capsule, valuesDigest)
  const { region, scenario, made } = capsule
  const today = knownRegion(region.id) === region.id ? openWith(region.id, options) : undefined
  const [isModel, isData] = [
    today !== undefined && modelHash(today.linked.source) === made.model,
    today?.region.hash === made.data,
  ]
  if (options.json === true)
    printJson(session, {
      file,
      region: region.id,
      scenario,
      ...made,
      same,
      digest,
      expected: capsule.digest,
      firstYear,
      years,
    })
  else {
    const screen = screenOf(session.out, language)
    const { say } = screen
    print(
      session,
      [
        screen.heading(`${region.id}: ${say(versionMessages.title({ name: scenario.name }))}`),
        screen.paragraph(
          say(same ? versionMessages.same({ digest }) : versionMessages.differs({ digest, expected: capsule.digest })),
        ),
        screen.aside(say(versionMessages.today({ ...made, isModel, isData }))),
      ].join('\n\n'),
    )
  }
  if (!same) session.exitCode = 1
}

const replayAny = async (
  session: Session,
  path: string,
  member: string | undefined,
  options: Options,
): Promise<void> => {
  // A capsule is a file; an ensemble is a folder.
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new UsageError(versionMessages.nothingThere({ path }))
  if (found.isFile()) {
    if (member !== undefined) throw new UsageError(versionMessages.member())
    await replayOfCapsule(session, path, options)
  } else {
    if (member === undefined) throw new UsageError(versionMessages.noMember())
    await replay(session, path, member, options)
  }
}

export const define = (command: Command, session: Session): void => {
  command.option(...languageOption).option('--json', 'print its inputs and outcomes as JSON')
  addPacks(command).action((path: string, member: string | undefined, options: Options) =>
    replayAny(session, path, member, options),
  )
}
