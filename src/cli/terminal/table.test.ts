import picocolors from 'picocolors'
import { describe, expect, it } from 'vitest'
import { plainScreen } from './screen-fixture.ts'
import { type Cell, type TextColumn, textTable } from './table.ts'
import { displayWidth } from '../../language/width.ts'

const columns: TextColumn[] = [
  { header: 'Outcome', kind: 'text' },
  { header: '2030', kind: 'number' },
  { header: 'Growth', kind: 'number' },
]

const rows: Cell[][] = [
  ['Output per head', '1,234.6', '3.5 %'],
  ['债务率', '8.1', '-1.2 %'],
  ['Unknown yet', null, '2.5 % (1.0–3.7)'],
]

describe('table', () => {
  it('aligns text to the left and figures to the right', () => {
    expect(textTable(columns, rows, plainScreen())).toBe(
      [
        'Outcome             2030           Growth',
        '───────────────  ───────  ───────────────',
        'Output per head  1,234.6            3.5 %',
        '债务率               8.1           -1.2 %',
        'Unknown yet            –  2.5 % (1.0–3.7)',
      ].join('\n'),
    )
  })

  it('wraps text, never figures, to the width of the screen', () => {
    const long: Cell[][] = [['Own-contribution coverage of the urban-employee pension scheme', '1.0', '50.0 %']]
    const lines = textTable(columns, long, plainScreen(40)).split('\n')
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(40)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines[2]).toMatch(/1\.0 {2}50\.0 %$/)
  })

  it('shows headers of an empty table', () => {
    expect(textTable(columns, [], plainScreen()).split('\n')).toHaveLength(2)
  })

  it('says which row has the wrong number of cells', () => {
    expect(() =>
      textTable(
        columns,
        [
          ['a', '1', '2'],
          ['b', '1'],
        ],
        plainScreen(),
      ),
    ).toThrow('row 2 has 2 cells, but the table has 3 columns')
  })

  it('colours only where the screen does', () => {
    expect(textTable(columns, rows, plainScreen())).not.toContain('\u001b')
    const coloured = { ...plainScreen(), colours: picocolors.createColors(true) }
    expect(textTable(columns, rows, coloured)).toContain('\u001b[1mOutcome')
  })
})
