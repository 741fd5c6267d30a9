/** The Data view: what a region holds, each number with its source, and users' own regions. */

import { QuestionView } from '../question.tsx'
import { useState } from 'react'
import { Button, DropArea, FileButton } from '../../controls/button.tsx'
import { ProblemNote, Section } from '../../shell/head.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { fileTypes, saveFile } from '../../share/save.ts'
import {
  addOwnRegion,
  filesOfOwnRegion,
  isRegionOfProgram,
  type OwnRegion as Own,
  removeOwnRegion,
  useOwnRegions,
} from '../../state/own-regions.ts'
import { emptyDraft } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { importIn, type ImportQuestions, ImportTooLong, patience } from '../../data/import-worker.ts'
import type { Importing } from '../../data/importing.ts'
import { BroughtError, type BroughtFile } from '../../../regions/own/texts.ts'
import { mostBytes, mostFiles } from '../../../regions/own/budget.ts'
import { messages as unreadable } from '../../../texts/brought.ts'
import type { Repair } from '../../../regions/own/repair.ts'
import { messages as fault } from '../../../texts/region.ts'
import { messages as fix } from '../../../texts/fix.ts'
import type { PackProblem } from '../../../regions/problems.ts'
import dataWords from '../../../texts/app/data.ts'
import { nameIn } from '../../../language/typeset.ts'
import { problemText } from '../../words/problem.ts'
import { figureName } from '../../../model/names/series.ts'
import { unitWords } from '../../../model/names/units.ts'
import { isCancelled } from '../../../threads/task.ts'
import { Faults, FixButton } from './faults.tsx'

const loadImporting = () => import('../../data/importing.ts')

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly cancel: () => void }
  | {
      readonly kind: 'done'
      readonly name: string
      readonly found: Importing
      /** The problems before each round of fixes, with their number: for going back. */
      readonly before: ReadonlyArray<{ readonly found: Importing; readonly count: number }>
    }
  | { readonly kind: 'failed'; readonly why: string }

const bytesOf = async (file: File, path = file.name): Promise<BroughtFile> => {
  // Told before it is read: the page itself holds the bytes.
  if (file.size > mostBytes)
    throw new BroughtError(unreadable.filesLarge({ files: mostFiles, megabytes: mostBytes / 1e6 }))
  return { path, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Files under a dropped folder; browsers hand over an entry for each thing that was dropped. */
const filesUnder = async (entry: FileSystemEntry, above = ''): Promise<BroughtFile[]> => {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [await bytesOf(file, `${above}${entry.name}`)]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    // A reader hands over a hundred entries at a time, and none when all were told.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    found.push(...some)
  }
  const parts = await Promise.all(found.map(one => filesUnder(one, `${above}${entry.name}/`)))
  return parts.flat()
}

/** Ids of the program's regions stay theirs: a link to one has to mean the same for everybody. */
const takenProblem = ({ region }: Importing): PackProblem[] =>
  region !== undefined && isRegionOfProgram(region.id)
    ? [{ file: 'region', field: 'id', message: fault.idTaken({ id: region.id }), fix: fix.otherId() }]
    : []

/** The changes in memory, and the ways back and on. */
const Changes = ({
  found,
  count,
  undo,
}: {
  readonly found: Importing
  readonly count: number
  readonly undo: () => void
}) => {
  const words = useWords(dataWords)
  const save = async (): Promise<void> => {
    const { zipFile } = await loadImporting()
    if (found.brought !== undefined)
      saveFile(words.repairFile, zipFile(Object.fromEntries(found.brought.texts)), fileTypes.zip)
  }
  return (
    <div>
      <p className="note">{words.repaired(count)}</p>
      <div className="btns">
        <Button onClick={undo}>{words.repairUndo}</Button>
        <Button onClick={() => void save()}>{words.repairSave}</Button>
      </div>
    </div>
  )
}

const Doubts = ({
  found,
  repair,
}: {
  readonly found: Importing
  readonly repair: (repairs: readonly Repair[]) => void
}) => {
  const { words, language, numbers } = useTexts(dataWords)
  if (found.doubts.length === 0) return null
  return (
    <>
      <h3>{words.doubts}</h3>
      <ul className="doubts">
        {found.doubts.map(({ figure, ratio, perHead, told, repair: offered }) => {
          const { scale, text } = unitWords(figure.unit, language)
          const value = `${numbers.plain((figure.value ?? 0) * scale)}${text}`
          const times = numbers.plain(ratio > 1 ? ratio : 1 / ratio, 0)
          const name = figureName(figure.name, undefined, language)
          return (
            <li key={`${figure.name} ${JSON.stringify(figure.labels)} ${told?.en}`}>
              {told?.[language] ??
                (ratio === 0 ? words.doubtZero(name, value) : words.doubt(name, value, times, ratio > 1, perHead))}
              {offered === undefined ? null : <FixButton of={offered} apply={() => repair([offered])} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Ready = ({
  found,
  done,
  repair,
}: {
  readonly found: Importing
  readonly done: () => void
  readonly repair: (repairs: readonly Repair[]) => void
}) => {
  const { words, language, numbers } = useTexts(dataWords)
  const { region, files, unread } = found
  if (region === undefined) return null
  const name = nameIn(region.names, language)
  const use = async (): Promise<void> => {
    const kept = await addOwnRegion(region.id, region.names, files)
    const store = useStore.getState()
    store.change(emptyDraft(region.id))
    store.notify(kept ? words.using(name) : words.notKept)
    done()
  }
  return (
    <div className="state">
      <h3>{words.ready(name)}</h3>
      <p className="note">
        {words.readyNote(numbers.plain(region.figures.length, 0), numbers.plain(region.series.length, 0))}{' '}
        {unread.length === 0 ? null : words.unread(unread.join(', '))}
      </p>
      <Doubts found={found} repair={repair} />
      <div className="btns">
        <Button main onClick={() => void use()}>
          {words.use}
        </Button>
        <Button onClick={done}>{words.discard}</Button>
      </div>
    </div>
  )
}

const Kept = () => {
  const { words, language } = useTexts(dataWords)
  const regions = useOwnRegions(state => state.regions)
  const current = useStore(state => state.draft.region)
  if (regions.length === 0) return null
  const remove = async ({ id, names }: Own): Promise<void> => {
    const files = await filesOfOwnRegion(id)
    const store = useStore.getState()
    if (store.draft.region === id) store.change(emptyDraft())
    await removeOwnRegion(id)
    const again =
      files === undefined ? undefined : { label: words.undo, run: () => void addOwnRegion(id, names, files) }
    store.notify(words.removed(nameIn(names, language)), again)
  }
  const save = async (id: string): Promise<void> => {
    const files = await filesOfOwnRegion(id)
    if (files === undefined) return
    const { zipFile } = await loadImporting()
    saveFile(`${id}.zip`, zipFile(files), fileTypes.zip)
  }
  return (
    <>
      <h3>{words.kept}</h3>
      <ul className="own-regions">
        {regions.map(one => (
          <li key={one.id}>
            <b>{nameIn(one.names, language)}</b> <span className="note">{one.id}</span>
            <span className="btns">
              <Button disabled={current === one.id} onClick={() => useStore.getState().change(emptyDraft(one.id))}>
                {words.open}
              </Button>
              <Button onClick={() => void save(one.id)}>{words.saveZip}</Button>
              <Button onClick={() => void remove(one)}>{words.remove}</Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const OwnRegionPart = () => {
  const { words, language } = useTexts(dataWords)
  const [stage, setStage] = useState<Stage>({ kind: 'idle' })
  const idle = (): void => setStage({ kind: 'idle' })

  const withTaken = (found: Importing): Importing => ({
    ...found,
    problems: [...found.problems, ...takenProblem(found)],
  })

  /** Undefined where the reader cancelled, which brings back what was shown, or where it takes too long. */
  const imported = async <Name extends keyof ImportQuestions>(
    question: Name,
    input: ImportQuestions[Name],
    name: string,
    back: Stage,
  ): Promise<Importing | undefined> => {
    const controller = new AbortController()
    setStage({ kind: 'reading', name, cancel: () => controller.abort() })
    try {
      return withTaken(await importIn(question, input, controller.signal))
    } catch (problem) {
      if (isCancelled(problem)) setStage(back)
      else if (problem instanceof ImportTooLong)
        setStage({ kind: 'failed', why: words.broken(words.tooLong(patience)) })
      else setStage({ kind: 'failed', why: words.broken(problemText(problem, language)) })
      return undefined
    }
  }

  const repair = async (repairs: readonly Repair[]): Promise<void> => {
    if (stage.kind !== 'done' || stage.found.brought === undefined) return
    const found = await imported('importRepaired', { brought: stage.found.brought, repairs }, stage.name, stage)
    if (found !== undefined)
      setStage({ ...stage, found, before: [...stage.before, { found: stage.found, count: repairs.length }] })
  }
  const undo = (): void => {
    if (stage.kind !== 'done') return
    const last = stage.before.at(-1)
    if (last !== undefined) setStage({ ...stage, found: last.found, before: stage.before.slice(0, -1) })
  }

  const read = async (name: string, files: Promise<BroughtFile[]>): Promise<void> => {
    try {
      const found = await imported('importFiles', await files, name, { kind: 'idle' })
      if (found === undefined) return
      if (found.broken !== undefined) setStage({ kind: 'failed', why: words.broken(found.broken[language]) })
      else setStage({ kind: 'done', name, found, before: [] })
    } catch (problem) {
      setStage({ kind: 'failed', why: words.broken(problemText(problem, language)) })
    }
  }
  const take = (files: readonly File[]): void => {
    const [first] = files
    const folder = first?.webkitRelativePath.split('/')[0] ?? ''
    void read(
      folder === '' ? (first?.name ?? '') : folder,
      Promise.all(files.map(file => bytesOf(file, file.webkitRelativePath || file.name))),
    )
  }
  const drop = ({ items }: DataTransfer): void => {
    const entries = [...items].flatMap(item => item.webkitGetAsEntry() ?? [])
    if (entries.length === 0) return
    void read(
      entries[0]!.name,
      Promise.all(entries.map(entry => filesUnder(entry))).then(parts => parts.flat()),
    )
  }
  const saveTemplate = async (blank: boolean): Promise<void> => {
    const { templateFile } = await loadImporting()
    saveFile(words.templateName, await templateFile(blank, language), fileTypes.xlsx)
  }
  return (
    <Section id="own" title={words.ownTitle} note={words.ownNote}>
      <p className="say">{words.ownHow}</p>
      <DropArea dropped={drop}>
        <FileButton main label={words.chooseFile} accept=".xlsx,.zip" taken={take} />
        <FileButton label={words.chooseFolder} taken={take} />
        <span className="note">{words.drop}</span>
        <span className="templates">
          <Button onClick={() => void saveTemplate(false)}>{words.template}</Button>
          <Button onClick={() => void saveTemplate(true)}>{words.templateBlank}</Button>
        </span>
      </DropArea>
      <div aria-live="polite">
        {stage.kind === 'reading' ? (
          <p className="note">
            {words.reading(stage.name)} <Button onClick={stage.cancel}>{words.cancelReading}</Button>
          </p>
        ) : null}
        {stage.kind === 'failed' ? <ProblemNote text={stage.why} /> : null}
        {stage.kind === 'done' && stage.found.problems.length > 0 ? (
          <Faults name={stage.name} found={stage.found} again={idle} repair={repairs => void repair(repairs)} />
        ) : null}
        {stage.kind === 'done' && stage.found.problems.length === 0 ? (
          <Ready found={stage.found} done={idle} repair={repairs => void repair(repairs)} />
        ) : null}
        {stage.kind === 'done' && stage.before.length > 0 ? (
          <Changes found={stage.found} count={stage.before.reduce((sum, { count }) => sum + count, 0)} undo={undo} />
        ) : null}
      </div>
      <Kept />
    </Section>
  )
}

export default function Data() {
  return (
    <>
      <div id="figures">
        <QuestionView question="list" />
      </div>
      <OwnRegionPart />
    </>
  )
}
