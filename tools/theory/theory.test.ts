import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openRegion } from '../../src/cli/testing/open-fixture.ts'
import { chapters, theoryFolder } from './theory.ts'

it('the chapters of docs/theory say what the model says; if not, run `npm run theory`', () => {
  for (const [file, text] of chapters(openRegion('northeast', { parameters: 'priors' }).linked)) {
    expect(readFileSync(`${theoryFolder}/${file}`, 'utf8'), file).toBe(text)
  }
})
