/** Tests `heartland report`: a view of the app as PDF with the scenario and all assumptions. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { heartland } from '../../cli/testing/command-line-fixture.ts'

test.skipIf(inject('missing') !== undefined)(
  'a view is written as PDF, with the scenario behind it',
  { tags: ['thorough'] },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heartland-report-'))
    try {
      const file = join(folder, 'northeast.pdf')
      const { code, out, err } = await heartland(`report northeast --policy G --view books --lang zh --pdf ${file}`)
      expect([code, out.trim()], err).toEqual([0, file])
      const pdf = readFileSync(file, 'latin1')
      expect(pdf.startsWith('%PDF-')).toBe(true)
      // The view, and the tables of levers and assumptions.
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)!.length).toBeGreaterThan(2)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
