/**
 * Holds the output of the analyses to golden files in golden/surfaces: pages in the languages they have, JSON, CSV, the notes
 * beside them, and the help of every command. They show whoever changes a command each word and each figure that moved.
 */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { commands } from '../commands.ts'
import { besidesFit, heartland } from './command-line-fixture.ts'
import { listNames } from '../../questions/core/list-names.ts'

const folder = fileURLToPath(new URL('../../../golden/surfaces/', import.meta.url))
const renews = process.env['UPDATE_GOLDEN'] === '1'

/** For what a call writes; its path stands as FOLDER in the golden files. */
const written = mkdtempSync(join(tmpdir(), 'heartland-surfaces-'))
afterAll(() => rmSync(written, { recursive: true, force: true }))

/** The forms in which a call can answer, by the end of the name of their golden files. */
const forms = {
  'en.txt': [],
  'zh.txt': ['--lang', 'zh'],
  json: ['--json'],
  csv: ['--csv'],
  /** The scenario that the call saves, instead of its page. */
  'saved.json': ['--save', join(written, 'saved.json'), '--overwrite'],
} as const

type Form = keyof typeof forms

interface Call {
  /** The name of its golden files: its command and, of several, what is particular. */
  readonly name: string
  readonly words: readonly string[]
  readonly forms: readonly Form[]
  /** Forms that take long, which another form or another test of the command holds in `npm test`. */
  readonly thorough?: readonly Form[]
}

const pages: readonly Form[] = ['en.txt', 'zh.txt', 'json']

/** 'goal CN-JL': words without spaces; others follow in an array. */
const call = (
  name: string,
  words: string,
  quick: readonly Form[],
  { more = [], thorough = [] }: { readonly more?: readonly string[]; readonly thorough?: readonly Form[] } = {},
): Call => ({ name, words: [...words.split(' '), ...more], forms: quick, thorough })

/** As a file would hold them. */
const figures = `series,area,year,value,unit,source
nominalOutput,CN-JL,2025,1497.39,CNY bn/year,communique
outputGrowth,CN-JL,2025,0.05,1/year,communique
births,CN-JL,2025,0.071,person m/year,communique
deaths,CN-JL,2025,0.217,person m/year,communique
taxRevenue,CN-JL,2025,140,CNY bn/year,communique
`

/** One small province and as few simulations as a command takes: the words are to be held, not the estimates. */
const calls: readonly Call[] = [
  call('answer', 'answer CN-JL --simulations 20 --threads 1', ['en.txt'], { thorough: ['zh.txt', 'json'] }),
  call('answer-full', 'answer northeast --simulations 20 --threads 1 --full', [], { thorough: ['en.txt', 'zh.txt'] }),
  call('standing', 'standing CN-JL --reduced --threads 1', ['en.txt'], { thorough: ['zh.txt'] }),
  call('league', 'league northeast --simulations 20 --threads 1', ['en.txt'], { thorough: ['zh.txt', 'json', 'csv'] }),
  call('story', 'story CN-JL --simulations 20 --threads 1', pages),
  call('run', 'run CN-JL --policy G', pages),
  call('run-area', 'run northeast --area CN-HL --years 2026,2040 --outside low --regime freeze', ['en.txt']),
  call(
    'run-link',
    'run CN-JL --policy E --set swapPace=1 --set childAllowance=10@2027:2 --assume wageFromSlack=0.5 --path bondRate+=2@2027..2028 --link',
    ['en.txt', 'saved.json'],
  ),
  call('stress', 'stress CN-JL --policy E', pages),
  call('debt', 'debt CN-JL --simulations 40', [...pages, 'csv']),
  call('debt-area', 'debt northeast --area CN-LN --simulations 0 --discount 3 --benchmarks advanced', ['en.txt']),
  call('compare', 'compare A G --region CN-JL', pages),
  call('trace', 'trace debtToGdp --region CN-JL --year 2037', pages),
  call('explain', 'explain CN-JL --policy D --outcome debtToGdp@2035', pages),
  call('who', 'who CN-JL --policy D --members 20', pages),
  call('industries', 'industries CN-JL --policy G --simulations 20', [...pages, 'csv']),
  call('stress-event', 'stress CN-JL --event exportsRussia=-100% --simulations 20', pages),
  call('books', 'books CN-JL --at 2035Q4', [...pages, 'csv']),
  ...['regions', ...listNames].map(list => call(`list-${list}`, `list ${list} --region CN-JL`, pages)),
  call('check', 'check CN-JL', [], { thorough: pages }),
  call('record-claims', 'record northeast --claims', ['en.txt', 'zh.txt']),
  call('record-claim', 'record northeast --claim K1,K19', pages),
  call('actuals', 'actuals CN-JL', pages, { more: ['--figures', figures] }),
  call('judgement', 'judgement CN-JL', pages, { more: ['--hold', 'growth(output[CN-JL])=4@2027;by=Li;why=orders'] }),
  call('round', 'round CN-JL --policy G', pages),
  call('export', 'export CN-JL --variables output,debtToGdp --yearly', ['en.txt']),
  call('ensemble', `ensemble CN-JL --members 40 --threads 1 --out ${join(written, 'ensemble')}`, ['en.txt'], {
    more: ['--event', 'debtToGdp[CN-JL]@2037 > 1'],
    thorough: ['zh.txt', 'json'],
  }),
  call('evidence', 'evidence CN-JL --walks 2', ['en.txt'], { thorough: ['zh.txt', 'json'] }),
  call('evidence-effects', 'evidence CN-JL --method morris --walks 2 --outcome score --full', [], {
    thorough: ['en.txt', 'zh.txt', 'json'],
  }),
  call('evidence-sobol', 'evidence CN-JL --base 64 --threads 1', [], {
    more: ['--outcome', 'debtToGdp[CN-JL]@2037'],
    thorough: ['en.txt'],
  }),
  call('goal', 'goal CN-JL --with publicInvestment,swapPace --simulations 20 --threads 1', ['en.txt'], {
    more: ['--keep', 'debtToGdp@2035 <= 0.8'],
    thorough: ['zh.txt', 'json'],
  }),
  call('discover', 'discover CN-JL --policy E --simulations 100 --threads 1', pages, {
    more: ['--fails', 'debtToGdp@2035 >= 1'],
  }),
  call('value', 'value CN-JL --simulations 20 --threads 1', pages),
  call('value-published', 'value CN-JL --published', pages),
  call('record', 'record CN-JL --simulations 39', ['en.txt'], { thorough: ['zh.txt', 'json'] }),
]

/** Takes a second or more in each form, and a test of the command prints its page: for `npm run test:all` alone. */
const slowest = new Set(['goal', 'evidence', 'record', 'standing', 'value-published'])

/** Takes long in each form: `npm test` has the first alone. */
const slow = new Set(['who', 'stress-event', 'discover', 'value', 'record-claims', 'record-claim'])

/**
 * Without what differs though nothing that a command says has changed: fingerprints of the model, the data and what
 * was made of them, the check sum of a link, the folder and the speed of this run, and the notice of a fit of an
 * earlier model.
 */
const settled = (text: string): string =>
  besidesFit(text)
    .replaceAll(/(?<![\w.])[\da-f]{16}(?!\w)/g, 'FINGERPRINT')
    .replaceAll(/\bsum=[\da-f]{8}\b/g, 'sum=CHECKSUM')
    .replaceAll(/\b[\d.,]+ per second\b/g, 'SPEED per second')
    .replaceAll(written, 'FOLDER')

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const longestText = 45_000
const linesOfLong = 60

/** A long text as its first lines, and a digest of the others. */
const shortText = (text: string): string => {
  if (text.length <= longestText) return text
  const lines = text.split('\n')
  const rest = lines.slice(linesOfLong)
  return [...lines.slice(0, linesOfLong), `… ${rest.length} more lines, of digest ${digest(rest.join('\n'))}\n`].join(
    '\n',
  )
}

const longestList = 4

/** Long lists as their first two members and their last, with a digest of those between. */
const shortLists = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    if (value.length <= longestList) return value.map(shortLists)
    const between = value.slice(2, -1)
    const elided = `… ${between.length} more, of digest ${digest(JSON.stringify(between))}`
    return [...value.slice(0, 2).map(shortLists), elided, shortLists(value.at(-1))]
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, shortLists(of)]))
}

const shortJson = (text: string): string => shortText(`${JSON.stringify(shortLists(JSON.parse(text)), null, 2)}\n`)

/** Golden files that some test here holds; others in the folder are of calls that are gone. */
const held = new Set<string>()

const holds = (file: string, text: string, words: readonly string[]): void => {
  const path = join(folder, file)
  if (renews) {
    mkdirSync(folder, { recursive: true })
    if (text === '') rmSync(path, { force: true })
    else writeFileSync(path, text)
  }
  expect(
    text,
    `golden/surfaces/${file} holds what \`heartland ${words.join(' ')}\` printed; if the change is meant: ` +
      'UPDATE_GOLDEN=1 npm run unit -- --project code src/cli/testing/surfaces.test.ts, and say in the commit what moved and why',
  ).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '')
}

for (const { name, words, forms: quick, thorough = [] } of calls)
  for (const form of [...quick, ...thorough]) {
    const notes = `${name}.${form.split('.')[0]}.notes.txt`
    held.add(`${name}.${form}`).add(notes)
    const long = slowest.has(name) || thorough.includes(form) || (slow.has(name) && form !== quick[0])
    it(`${name}.${form}`, long ? { tags: ['thorough'] } : {}, async () => {
      const called = [...words, ...forms[form]]
      const { code, out, err } = await heartland(called)
      expect(code, err).toBe(0)
      const printed = settled(form === 'saved.json' ? readFileSync(join(written, 'saved.json'), 'utf8') : out)
      expect(printed).not.toMatch(/(?<!no )\bNaN\b/)
      // Lists that go to another program are whole.
      if (form.endsWith('txt') && !words.includes('--full') && words[0] !== 'list')
        expect(printed.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
      holds(`${name}.${form}`, form.endsWith('json') ? shortJson(printed) : shortText(printed), called)
      holds(notes, settled(err), called)
    })
  }

for (const command of Object.keys(commands)) {
  held.add(`help-${command}.en.txt`)
  it(`help-${command}.en.txt`, async () => {
    const words = [command, '--help']
    holds(`help-${command}.en.txt`, (await heartland(words)).out, words)
  })
}

it('no golden file is left of a call that is gone', () => {
  const left = readdirSync(folder).filter(file => !held.has(file))
  if (renews) for (const file of left) rmSync(join(folder, file))
  else expect(left).toEqual([])
})
