import { describe, expect, it } from 'vitest'
import { plainScreen } from './screen-fixture.ts'
import { tree } from './tree.ts'

describe('tree', () => {
  it('draws branches', () => {
    const root = {
      label: 'debtToGdp 0.62',
      children: [
        { label: 'debt 3,024', children: [{ label: 'interest 96.8' }, { label: 'primaryBalance -41' }] },
        { label: 'gdp 6,180' },
      ],
    }
    expect(tree(root, plainScreen())).toBe(
      ['debtToGdp 0.62', '├─ debt 3,024', '│  ├─ interest 96.8', '│  └─ primaryBalance -41', '└─ gdp 6,180'].join('\n'),
    )
  })

  it('keeps the stem beside wrapped labels', () => {
    const root = {
      label: 'top',
      children: [{ label: 'a label that is too long for one line of it', children: [{ label: 'x' }] }, { label: 'y' }],
    }
    expect(tree(root, plainScreen(30))).toBe(
      ['top', '├─ a label that is too long', '│  │  for one line of it', '│  └─ x', '└─ y'].join('\n'),
    )
  })
})
