/** The sources of a region by their short names, asked for where a text quotes them. */

import type { Sources } from '../../regions/rows.ts'
import { useAnswer } from './question.ts'

const none: Sources = {}

export const useSources = (region: string): Sources => useAnswer('sources', region, {}).data ?? none
