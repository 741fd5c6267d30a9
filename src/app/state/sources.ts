/** The sources of a region by their short names, asked for where a text quotes them. */

import type { RegionData } from '../../regions/types.ts'
import { useAnswer } from './question.ts'

export type Sources = RegionData['sources']

const none: Sources = {}

export const useSources = (region: string): Sources => useAnswer('sources', region, {}).data ?? none
