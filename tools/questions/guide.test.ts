/** The page of the guide on questions is as the declarations have it. */

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { questionsPage } from './guide.ts'

it('lists every question with its inputs: `npm run questions` writes it', async () => {
  expect(readFileSync(new URL('../../docs/guide/questions.md', import.meta.url), 'utf8')).toBe(await questionsPage())
})
