import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reportFile, reportOf } from './hindcast-report.ts'

it('docs/hindcast.md says what the hindcast says; if not, run `npm run hindcast-report`', {
  timeout: 60_000,
  tags: ['thorough'],
}, () => {
  expect(readFileSync(reportFile, 'utf8')).toBe(reportOf('northeast'))
})
