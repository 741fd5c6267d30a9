/** Tests that every message exists in both languages, uses the same values in both, and is used. */

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { messageTable } from '../../src/language/messages.ts'

const root = fileURLToPath(new URL('../../src', import.meta.url))
const sources = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter(path => !/\.test\.tsx?$|^texts\//.test(path))
  .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const declared = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/^export const (\w+) = messageTable\(\s*'(\w+)'/gm)].map(([, name, family]) => ({
    path,
    name: name!,
    family: family!,
  })),
)
/** Tables whose messages are made of their rows alone, with the names under which files import them. */
const made = [
  ...Map.groupBy(
    sources.flatMap(({ text }) => [...text.matchAll(/\{ messages as (\w+) \} from '[./]*\/texts\/([\w-]+)\.ts'/g)]),
    ([, , family]) => family!,
  ),
].map(([family, imports]) => ({ family, called: [...new Set(imports.map(([, name]) => name!))] }))

/** Stands for any value a message may take: a text, a text in both languages, another message, or a list. */
const marked = (name: string): object => {
  const mark = `⟦${name}⟧`
  const both = { en: mark, zh: mark }
  const list = { join: () => mark }
  return Object.assign(new String(mark), { ...both, ...list, text: both, map: () => list })
}
/** Values that show where they stand in a text. */
const marks = new Proxy({}, { get: (_, name) => marked(String(name)) })
const marksIn = (text: string): string[] => [...new Set(text.match(/⟦\w+⟧/g))].toSorted()

describe('message tables', () => {
  const families = [...declared, ...made].map(({ family }) => family)

  it('are found, each family once', () => {
    expect(declared.length).toBeGreaterThan(1)
    expect(made.length).toBeGreaterThan(1)
    expect(new Set(families).size).toBe(families.length)
  })

  const check = (family: string, table: ReturnType<typeof messageTable>, called: readonly string[]): void => {
    const elsewhere = sources.map(({ text }) => text).join('\n')
    for (const [entry, make] of Object.entries(table)) {
      const { code, text } = make(marks as never)
      expect(code).toBe(`${family}.${entry}`)
      expect(text.zh, `${code} in Chinese`).toMatch(/[\u4e00-\u9fff：]/)
      expect(text.en, `${code} in English`).not.toMatch(/[\u4e00-\u9fff：]/)
      expect(marksIn(text.zh), `${code}: values in Chinese`).toEqual(marksIn(text.en))
      if (/(?<!⟦)\bscenarios?\b/.test(text.en)) expect(text.zh, `${code}: a scenario in Chinese`).toContain('情景')
      if (text.zh.includes('方案')) expect(text.en, `${code}: 方案 is a package`).toMatch(/\bpackages?\b/i)
      // Forms of a schema are named there by a word.
      const used = new RegExp(`\\b(${called.join('|')})\\.${entry}\\b|'${entry}' satisfies`).test(elsewhere)
      expect(used, `${code} has a user`).toBe(true)
    }
  }

  it.each(declared)('$family ($path)', async ({ path, name, family }) => {
    const module = (await import(join(root, path))) as Record<string, ReturnType<typeof messageTable>>
    const elsewhere = sources.flatMap(({ text }) => [...text.matchAll(new RegExp(`\\b${name} as (\\w+)`, 'g'))])
    check(family, module[name]!, [name, ...elsewhere.map(match => match[1]!)])
  })

  it.each(made)('$family', async ({ family, called }) => {
    const { messages } = (await import(join(root, `texts/${family}.ts`))) as Record<
      string,
      ReturnType<typeof messageTable>
    >
    check(family, messages!, called)
  })
})

describe('a message', () => {
  const table = messageTable(
    'test',
    { en: { plain: 'nothing' }, zh: { plain: '无' } },
    { larger: ({ name }: { readonly name: string }) => ({ en: `${name} is larger`, zh: `${name} 更大` }) },
  )

  it('carries its code, its values and both texts, and is told from others by its code', () => {
    const message = table.larger({ name: 'debt' })
    expect(message).toEqual({
      code: 'test.larger',
      values: { name: 'debt' },
      text: { en: 'debt is larger', zh: 'debt 更大' },
    })
    expect(structuredClone(message)).toEqual(message)
    expect(table.larger.of(message)).toEqual({ name: 'debt' })
    expect(table.plain.of(message)).toBeUndefined()
    expect(table.plain().values).toEqual({})
  })
})
