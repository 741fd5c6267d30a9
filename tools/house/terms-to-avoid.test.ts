/** Tests that the terms to avoid, listed in GLOSSARY.md, do not occur in interface texts and documents. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'

const root = join(fileURLToPath(new URL('../..', import.meta.url)))

const glossary = readFileSync(join(root, 'GLOSSARY.md'), 'utf8')
const [, table = ''] = glossary.split('## Terms to avoid')

const terms = table
  .split('\n')
  .flatMap(line => {
    const [, not = '', but = ''] = line.split('|').map(cell => cell.trim())
    return not === '' || not === 'not' || not.startsWith('---') ? [] : [{ not, but }]
  })
  .map(({ not, but }) => ({
    not,
    but,
    pattern: /[a-z]/i.test(not) ? new RegExp(`(?<![\\w/@-])${not}(?![\\w/(-])`, 'i') : new RegExp(not),
    // A longer term that contains this one is allowed: 随机种子, local government financing vehicles.
    allowed: but.includes(not) ? but : undefined,
  }))

const found = (text: string): string[] =>
  terms
    .filter(({ pattern, allowed }) => pattern.test(allowed === undefined ? text : text.replaceAll(allowed, '')))
    .map(({ not, but }) => `'${not}' (write '${but}')`)

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && ending.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))

/** Texts between quotes, without comments, imports and what is computed inside a template. */
const textsOf = (source: string): string[] =>
  source
    .replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '')
    .split('\n')
    .flatMap(line => [...line.matchAll(/'((?:[^'\\]|\\.)*)'(?!:)|`((?:[^`\\]|\\.)*)`|"((?:[^"\\]|\\.)*)"(?!:)/g)])
    .map(([, single, template, double]) => (single ?? template ?? double ?? '').replaceAll(/\$\{[^}]*\}/g, ''))
    // A name in code, such as the kind of a message, is not read by anybody.
    .filter(text => /\s|[\u4e00-\u9fff]/.test(text) || /^[A-Z]/.test(text))

/** Without code: commands and names in a document keep their spelling. */
const proseOf = (document: string): string => document.replaceAll(/```[^]*?```|`[^`\n]*`/g, '')

describe('terms to avoid', () => {
  it('are listed with what to write instead', () => {
    expect(terms.length).toBeGreaterThan(30)
    expect(found('The commonest end if we do nothing')).toEqual(["'do nothing' (write 'current policy')"])
    expect(found('随机种子7')).toEqual([])
    expect(found('种子7')).toEqual(["'种子' (write '随机种子')"])
    expect(found('local government financing vehicles')).toEqual([])
  })

  it('do not occur in the tables of texts', () => {
    const problems = filesIn('texts', /\.csv$/).flatMap(file =>
      csvParse(readFileSync(file, 'utf8')).flatMap(({ key = '', en = '', zh = '' }) =>
        // Commands and names in a text keep their spelling.
        found(proseOf(`${en}\n${zh}`).replaceAll(/\{[^{}]*\}/g, '')).map(
          problem => `${relative(root, file)}, ${key}: ${problem}`,
        ),
      ),
    )
    expect(problems).toEqual([])
  })

  it('do not occur in texts of the app, of the questions and of the command line', () => {
    const problems = ['src/app/words', 'src/model/names', 'src/questions', 'src/analysis', 'src/outcomes', 'src/cli']
      .flatMap(folder => filesIn(folder, /\.ts$/))
      .flatMap(file =>
        textsOf(readFileSync(file, 'utf8')).flatMap(text =>
          found(text).map(problem => `${relative(root, file)}: ${problem} in “${text.slice(0, 90)}”`),
        ),
      )
    expect(problems).toEqual([])
  })

  it('do not occur in documents', () => {
    const documents = [
      ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'src/app/README.md', 'bench/results.md'].map(name =>
        join(root, name),
      ),
      ...filesIn('docs', /\.md$/).filter(file => !/theory.(sectors|specification)/.test(file)),
    ]
    const problems = [
      ...documents.map(file => [relative(root, file), proseOf(readFileSync(file, 'utf8'))] as const),
      ['GLOSSARY.md', proseOf(glossary.replace(table, ''))] as const,
    ].flatMap(([name, text]) =>
      text
        .split('\n')
        .flatMap((line, at) => found(line).map(problem => `${name}: ${problem} in “${line.slice(0, 90)}” (${at + 1})`)),
    )
    expect(problems).toEqual([])
  })
})
