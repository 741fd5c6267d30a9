import { expect, test } from 'vitest'
import { pc } from '../../examples/pc.ts'
import { datum, equation, lever, parameter, shock, stock, table } from '../../src/language/declare.ts'
import { link } from '../../src/language/small-model-fixture.ts'
import { linkModel } from '../../src/language/link.ts'
import { documentSector } from './document.ts'

test('a chapter has every declaration with its equation', () => {
  const model = link({
    taxRate: parameter('share', { low: 0.1, central: 0.2, high: 0.3 }, 'Tax rate', {
      symbol: 'θ',
      source: 'S1',
      evidence: 'assumed',
    }),
    cut: lever(
      'share',
      { bounds: [0, 0.1], standard: 0, theme: 'taxes', payer: 'government', free: 'A tax cut of a small model' },
      'Cut of the tax rate',
    ),
    luck: shock('share', { type: 'ar1', deviation: 0.01, persistence: 0.5 }, 'Luck'),
    debtAtStart: datum('CNY bn', 'Debt at the start'),
    curve: table(
      'share',
      {
        argument: 'share',
        points: [
          [0, 1],
          [1, 2],
        ],
      },
      'A curve',
    ),
    debt: stock('CNY bn', { initial: 'debtAtStart', outflow: 'taxes' }, 'Debt'),
    taxes: equation('CNY bn/year', 'curve(taxRate - cut + luck) * debt / 1{year}', 'Taxes', { note: 'Corrected.' }),
  })
  expect(documentSector(model, 'Test')).toBe(`# Test

## Parameters

| name | meaning | unit | value | for each | source |
| --- | --- | --- | --- | --- | --- |
| \`taxRate\` (θ) | Tax rate | share | 0.2 (0.1 – 0.3) |  | [S1](../specification.md#section-28), assumed |

## Figures of the region

| name | meaning | unit | for each | source |
| --- | --- | --- | --- | --- |
| \`debtAtStart\` | Debt at the start | CNY bn |  |  |

## Levers

| name | meaning | unit | value | for each | source |
| --- | --- | --- | --- | --- | --- |
| \`cut\` | Cut of the tax rate | share | 0; 0 to 0.1; no outlay: A tax cut of a small model |  |  |

## Shocks

| name | meaning | unit | value | for each | source |
| --- | --- | --- | --- | --- | --- |
| \`luck\` | Luck | share | ar1, deviation 0.01, persistence 0.5 |  |  |

## Equations

### \`debt\`

Debt. *stock, CNY bn*

\`\`\`
outflow: taxes
initial: debtAtStart
\`\`\`

Reads \`debtAtStart\`, \`taxes\`.

Read by \`taxes\`.

### \`taxes\`

Taxes. *equation, CNY bn/year*

\`\`\`
curve(taxRate - cut + luck)*debt/1{year}
\`\`\`

Corrected.

Reads \`taxRate\`, \`cut\`, \`luck\`, \`debt\`.

Read by \`debt\`.

## Tables

### \`curve(…)\`

A curve. *table, share*

| share | share |
| --- | --- |
| 0 | 1 |
| 1 | 2 |
`)
})

test('accounts are written as tables', () => {
  const chapter = documentSector(linkModel(pc), 'Accounts')
  expect(chapter).toContain('|  | Households | Production | Government | Central bank |')
  expect(chapter).toContain('| Money | `closing(money)` |  |  | `-closing(moneySupplied)` |')
  expect(chapter).toContain('closing(money) = closing(moneySupplied)')
})

test('an unknown sector is refused', () => {
  expect(() => documentSector(linkModel(pc), 'Nothing')).toThrow(
    "there is no sector 'Nothing'; there are 'Economy', 'Accounts'",
  )
})
