/**
 * The page before any script of the app runs: the heads of the views from the app's own texts, and a plugin that writes
 * them into the page with the script that shows the right one.
 */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown, runnerImport } from 'vite'
import type { OpeningHead, OpeningHeads, OpeningPlace } from '../../app/shell/opening-head.ts'
import { emptyDraft } from '../../app/state/scenario.ts'
import { isDeclared, type OwnView, type ViewName, viewNames } from '../../app/state/view-names.ts'
import { answerWords } from '../../app/words/answer.ts'
import claimsWords from '../../texts/app/claims.ts'
import dataWords from '../../texts/app/data.ts'
import { questionEntries } from '../../questions/index.ts'
import type { Both, Language } from '../../language/messages.ts'
import { inText, nameIn } from '../../language/typeset.ts'
import { indicatorWords } from '../../outcomes/catalogue.ts'
import { whatIfWords } from '../../app/words/what-if.ts'
import { whyWords } from '../../app/words/why.ts'
import type { FirstResults } from '../../app/worker/first-results.ts'
import { firstViewNames } from '../../app/worker/first-view.ts'
import { packageStart } from '../../model/packages.ts'
import { readFirst } from './first.ts'
import { root } from './places.ts'

const both = (make: (language: Language) => string): Both<string> => ({ en: make('en'), zh: make('zh') })

/** Keeps the place of a line that depends on the scenario. */
const later = both(() => '\u00a0')

export const openingHeads = ({ about }: FirstResults): OpeningHeads => {
  const answerOver = (language: Language): string => {
    const name = nameIn(about.names, language)
    return answerWords[language].over(name, packageStart, about.end - 1)
  }
  const own: Readonly<Record<OwnView, OpeningHead>> = {
    answer: { title: both(language => answerWords[language].title), over: both(answerOver) },
    'what-if': { title: both(language => whatIfWords[language].title), unseen: true },
    why: {
      title: both(language => whyWords[language].plain(inText(indicatorWords[language].debtToGdp.title, language))),
      over: later,
    },
    league: { title: questionEntries.league.title, over: later },
    claims: {
      title: both(language => claimsWords[language].title),
      over: both(language => claimsWords[language].over),
    },
    record: { title: questionEntries.record.title, over: later },
    data: { title: both(language => dataWords[language].title), over: both(language => dataWords[language].over) },
  }
  const headOf = (view: ViewName): OpeningHead =>
    isDeclared(view) ? { title: questionEntries[view].title, over: later } : own[view]
  return Object.fromEntries(viewNames.map(view => [view, headOf(view)])) as OpeningHeads
}

const shell = join(root, 'src/app/shell')

/** The openings as they stand in the page, made by the components of the app. */
const openingHtml = async (first: FirstResults): Promise<string> => {
  const place: OpeningPlace = {
    names: first.about.names,
    people: first.about.areas.reduce((sum, { residents }) => sum + residents, 0),
  }
  const { module } = await runnerImport<{ openingPages(heads: OpeningHeads, place: OpeningPlace): string }>(
    join(shell, 'opening-page.tsx'),
    { root, mode: 'production', logLevel: 'error' },
  )
  return module.openingPages(openingHeads(first), place)
}

/** The files of a chunk and of all that it imports. */
const withImports = (bundle: Rolldown.OutputBundle, file: string, found = new Set<string>()): Set<string> => {
  const chunk = bundle[file]
  if (found.has(file) || chunk?.type !== 'chunk') return found
  found.add(file)
  for (const other of chunk.imports) withImports(bundle, other, found)
  return found
}

/** Views whose results the app is built with, as they are opened. */
const builtViews: ReadonlySet<ViewName> = new Set([...firstViewNames, 'what-if', 'claims', 'league'])

/** The worker that each of the other views asks first; two that begin beside the page would hold up one another. */
const viewWorkers: Readonly<Record<string, string>> = Object.fromEntries(
  viewNames.filter(view => !builtViews.has(view)).map(view => [view, isDeclared(view) ? 'ensembles' : 'single runs']),
)

interface EarlyFiles {
  readonly workerFile: string
  readonly viewFiles: Readonly<Record<string, readonly string[]>>
  readonly chineseFiles: readonly string[]
}

/** The files of each view, and those of Chinese names, that the page does not name. */
const earlyFiles = (bundle: Rolldown.OutputBundle, page: string): EarlyFiles => {
  const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
  const filesOf = (...paths: string[]): string[] => {
    const chunk = paths
      .map(path => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(path)))
      .find(found => found !== undefined)
    if (chunk === undefined) throw new Error(`The build has no file for ${paths.join(' or ')}.`)
    return [...withImports(bundle, chunk.fileName)].filter(file => !page.includes(file))
  }
  const workerFile = Object.keys(bundle).find(file => /(?:^|\/)worker-[\w-]+\.js$/.test(file))
  if (workerFile === undefined) throw new Error('The build has no file for workers.')
  const filesOfView = (view: ViewName): string[] => [
    ...filesOf(`/views/${view}/${view}.tsx`, '/views/question.tsx'),
    ...(view === 'what-if' ? filesOf('virtual:heartland/first-runs') : []),
    ...(firstViewNames.includes(view) ? filesOf(`virtual:heartland/first-view-${view}`) : []),
  ]
  return {
    workerFile,
    viewFiles: Object.fromEntries(viewNames.map(view => [view, filesOfView(view)])),
    chineseFiles: filesOf('/texts/names.zh.ts'),
  }
}

const openingScript = async (files: EarlyFiles, region: string): Promise<string> => {
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: Object.fromEntries(
      Object.entries({ ...files, viewWorkers, openingRegion: region }).map(([name, of]) => [name, JSON.stringify(of)]),
    ),
    build: {
      write: false,
      rolldownOptions: { input: join(shell, 'opening-script.ts'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return built.output[0].code
}

/** A script that is no module runs before the page is drawn; the policy of the page allows its own files only. */
export const openings = (): Plugin => ({
  name: 'heartland-openings',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler: async function (_, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('The build has no page.')
      const first = await readFirst(emptyDraft().region, text => this.info(text))
      const text = String(page.source)
      const source = await openingScript(earlyFiles(bundle, text), first.about.region)
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
      const fileName = `assets/opening-${hash}.js`
      const html = await openingHtml(first)
      this.emitFile({ type: 'asset', fileName, source })
      page.source = text
        .replace('<title>', () => `<script src="./${fileName}"></script>\n    <title>`)
        .replace('<div id="app"></div>', () => `<div id="app">${html}</div>`)
    },
  },
})
