import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { multipliersFile, multipliersReport } from './multipliers-report.ts'

it('docs/theory/multipliers.md says what the model says; if not, run `npm run multipliers-report`', () => {
  expect(readFileSync(multipliersFile, 'utf8')).toBe(multipliersReport('northeast'))
})
