import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { classWords } from '../../model/criteria.ts'
import { viewNames } from '../state/view-names.ts'
import { shellWords } from './shell.ts'

const file = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const guide = (name: string): string => file(`docs/guide/${name}.md`)

describe('the guides of the app', () => {
  it.each([
    ['en', 'app', '| view |'],
    ['zh', 'zh', '| 视图 |'],
  ] as const)('list every view by its name (%s)', (language, name, head) => {
    const table = guide(name).split(head)[1].split('\n\n')[0]
    const first = table
      .split('\n')
      .slice(2)
      .map(line => line.split('|')[1]?.trim())
    expect(first).toEqual(viewNames.map(view => shellWords[language].views[view]))
  })

  it('name the classes of outcome in Chinese as the app does', () => {
    const named = Object.values(classWords).map(({ names }) => `“${names.zh}”`)
    expect(guide('zh')).toContain(named.join(''))
  })
})
