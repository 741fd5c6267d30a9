/** Sectors of the model, by their titles there. */

import type { Both } from '../../language/messages.ts'
import en from '../../texts/sectors.en.ts'
import zh from '../../texts/sectors.zh.ts'

export const sectorNames: Both<Readonly<Record<string, string>>> = { en, zh }
