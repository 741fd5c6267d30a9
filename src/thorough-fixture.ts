/** Number of cases that a test tries: `npm test` tries few of them, `npm run test:all` more (vitest.config.ts). */

import { TestRunner } from 'vitest'

export const thoroughly = (many: number, few: number): number => (TestRunner.matchesTags(['thorough']) ? many : few)
