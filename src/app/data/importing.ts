/** Reads a user's own region and completes it with the data that come with the program; loaded on first use. */

import '../no-code-of-text.ts'
import { folders, regions } from 'virtual:heartland/regions'
import { zipSync } from 'fflate'
import { meaningIn } from '../../analysis/words/meaning.ts'
import type { Both, Language } from '../../language/messages.ts'
import { requiredData } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import { loadRegion } from '../../regions/load.ts'
import { trialOf } from '../../analysis/region/trial.ts'
import { BroughtError, type BroughtFile } from '../../regions/own/texts.ts'
import { bringFiles, importRegion, repairedBrought, type ImportProblem } from '../../regions/own/import.ts'
import { type Repair, slipRepairOf } from '../../regions/own/repair.ts'
import { describeDoubt, type Doubt, doubtsAbout } from '../../regions/own/plausible.ts'
import type { BrokenRelation } from '../../regions/own/relations.ts'
import { xlsxOf } from '../../regions/own/spreadsheet.ts'
import { templateOf, templateTexts } from '../../regions/own/template.ts'
import type { RegionData } from '../../regions/types.ts'
import { figureInChinese, figureName } from '../../model/names/series.ts'
import type { RegionFiles } from '../worker/region-files.ts'
import type { Brought } from '../../regions/own/workbook.ts'

/** The area whose tables are the pattern of the template. */
const pattern = 'CN-LN'

const ownFiles = async (): Promise<RegionFiles> => {
  const parts = await Promise.all(Object.values(folders).map(async load => (await load()).default))
  return Object.assign({}, ...parts) as RegionFiles
}

export interface Importing {
  readonly region: RegionData | undefined
  readonly files: RegionFiles
  readonly problems: readonly ImportProblem[]
  /** Of figures that do not fit together it is told here how, because their page has no words of its own for it. */
  readonly doubts: ReadonlyArray<
    Doubt & { readonly repair: Repair | undefined; readonly told: Both<string> | undefined }
  >
  readonly unread: readonly string[]
  /** A damaged archive or workbook: why it cannot be read at all. */
  readonly broken: Both<string> | undefined
  /** The reader's files, as texts: fixes are applied to them, never to the files themselves. */
  readonly brought: Brought | undefined
}

const nothing: Importing = {
  region: undefined,
  files: {},
  problems: [],
  doubts: [],
  unread: [],
  broken: undefined,
  brought: undefined,
}

/** With the figures by their names for people. */
const inWords = (doubt: Doubt, { figures }: BrokenRelation): Both<string> => {
  const { text } = describeDoubt(doubt)
  const named = (language: Language): string =>
    text[language]
      .replaceAll('*', ' × ')
      .replaceAll(/[a-z]\w+/g, word =>
        figures.some(({ name }) => name === word) ? figureName(word, undefined, language) : word,
      )
  return { en: named('en'), zh: named('zh') }
}

const check = async (brought: Brought): Promise<Importing> => {
  const own = await ownFiles()
  const required = requiredData(model)
  const { region, problems, texts, unread } = importRegion(brought, path => own[path], required, undefined, {
    trial: trialOf,
  })
  if (region === undefined) return { ...nothing, problems, unread, brought }
  const known = regions
    .filter(({ id }) => region.id !== id)
    .map(({ id }) => loadRegion(path => own[path], id, required))
  const doubts = doubtsAbout(region, known).map(doubt => ({
    ...doubt,
    repair: slipRepairOf(doubt, brought.texts),
    told: doubt.relation && inWords(doubt, doubt.relation),
  }))
  /** A figure that cannot be is often in another unit: then the problem has the fix of the doubt. */
  const slipFor = ({ message }: ImportProblem): Repair | undefined =>
    doubts.find(({ figure }) => Object.values(message.values).includes(figure.name))?.repair
  return {
    region,
    files: Object.fromEntries(texts),
    problems: problems.map(problem => {
      const repair = problem.repair ?? slipFor(problem)
      return repair === undefined ? problem : { ...problem, repair }
    }),
    doubts,
    unread,
    broken: undefined,
    brought,
  }
}

/** Never throws on what somebody brings: damaged files and bad figures are told. */
export const importFiles = async (files: readonly BroughtFile[]): Promise<Importing> => {
  try {
    return await check(await bringFiles(files))
  } catch (problem) {
    if (problem instanceof BroughtError) return { ...nothing, broken: problem.messages[0]!.text }
    throw problem
  }
}

/** Checks files again with fixes applied. */
export const importRepaired = (brought: Brought, repairs: readonly Repair[]): Promise<Importing> =>
  check(repairedBrought(brought, repairs))

/** The workbook to fill in, in the language of the page. */
export const templateFile = async (blank: boolean, language: Language): Promise<Uint8Array<ArrayBuffer>> => {
  const own = await ownFiles()
  const filesIn = (folder: string): string[] => Object.keys(own).filter(path => path.startsWith(`${folder}/`))
  const { texts, context } = templateTexts(pattern, filesIn, path => own[path])
  return xlsxOf(
    templateOf(texts, pattern, context, {
      blank,
      meaningOf: meaningIn(model),
      ...(language === 'zh' ? { chineseOf: figureInChinese } : {}),
    }),
  )
}

/** A region's own folder, and all it needs besides, as an archive that can be imported elsewhere. */
export const zipFile = (files: RegionFiles): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])))
}
