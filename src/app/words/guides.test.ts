import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { classWords } from '../../model/criteria.ts'
import { placeOfView, viewNames } from '../state/view-names.ts'
import { shellWords, viewTitle } from './shell.ts'

const file = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const guide = (name: string): string => file(`docs/guide/${name}.md`)

describe('the guides of the app', () => {
  it.each([
    ['en', 'app', '| place | part |'],
    ['zh', 'zh', '| 栏目 | 页面 |'],
  ] as const)('list every view by its place and its name (%s)', (language, name, head) => {
    const table = guide(name).split(head)[1].split('\n\n')[0]
    const listed = table
      .split('\n')
      .slice(2)
      .map(line => line.split(' | ').slice(0, 2).join(' | ').replace('| ', ''))
    const { places } = shellWords[language]
    expect(listed).toEqual(viewNames.map(view => `${places[placeOfView(view)]} | ${viewTitle(view, language)}`))
  })

  it('name the classes of outcome in Chinese as the app does', () => {
    const named = Object.values(classWords).map(({ names }) => `“${names.zh}”`)
    expect(guide('zh')).toContain(named.join(''))
  })
})
