/** Writes what follows from the declared questions outside src/: the page of the guide. `npm run questions`. */

import { writeFileSync } from 'node:fs'
import { questionsPage } from './guide.ts'

writeFileSync(new URL('../../docs/guide/questions.md', import.meta.url), await questionsPage())
