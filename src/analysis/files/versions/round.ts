/**
 * Forecast rounds: what an office forecast at a date, with the capsule from which the forecast is run again. A round is
 * kept as the record of its question, and read from there.
 */

import { UsageError } from '../../../language/messages.ts'
import { messages as roundMessages } from '../../../texts/round.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { publishedSeries } from '../../hindcast/forward.ts'
import type { OpenRegion } from '../../region/simulation.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { type Capsule, makeCapsule, type Round } from './capsule.ts'
import { packCapsule, readCapsule, sha256, valuesDigest } from './capsule-file.ts'

export type KeptRound = Round & { readonly capsule: Capsule }

/** The capsule of a round, in base 64. */
export const packRound = async (open: OpenRegion, scenario: Scenario, round: Round): Promise<string> =>
  toBase64(await packCapsule({ ...(await makeCapsule(open, scenario, { digest: valuesDigest, hash: sha256 })), round }))

const recordsIn = (given: string | readonly unknown[]): readonly unknown[] => {
  if (typeof given !== 'string') return given
  try {
    return [JSON.parse(given) as unknown].flat()
  } catch {
    throw new UsageError(roundMessages.noRound({ which: '1' }))
  }
}

/** The rounds in records of the question, or in the text of some, by date; throws a UsageError for what is none. */
export const readRounds = async (given: string | readonly unknown[]): Promise<KeptRound[]> => {
  const rounds = await Promise.all(
    recordsIn(given).map(async (record, at): Promise<KeptRound> => {
      const { name, capsule: packed } = (record ?? {}) as { readonly name?: unknown; readonly capsule?: unknown }
      const which = typeof name === 'string' ? name : String(at + 1)
      if (typeof packed !== 'string') throw new UsageError(roundMessages.noRound({ which }))
      let bytes: Uint8Array<ArrayBuffer>
      try {
        bytes = fromBase64(packed)
      } catch {
        throw new UsageError(roundMessages.noRound({ which }))
      }
      const capsule = await readCapsule(which, bytes)
      if (capsule.round === undefined) throw new UsageError(roundMessages.noRound({ which }))
      return { ...capsule.round, capsule }
    }),
  )
  return rounds.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The forecasts of rounds for which figures have come since; the miss is forecast less figure, as a share of it or in its unit. */
export const roundScores = (rounds: readonly Round[], { figure }: ReturnType<typeof publishedSeries>) =>
  rounds.flatMap(({ name, forecasts }) =>
    forecasts.flatMap(({ series, area, unit, level, years }) =>
      years.flatMap(({ year, value: forecast, usual }) => {
        const came = figure(series, area, year)
        if (came === undefined) return []
        return [
          {
            round: name,
            series,
            area,
            unit,
            year,
            forecast,
            came,
            miss: level ? forecast - came : forecast / came - 1,
            usual,
          },
        ]
      }),
    ),
  )
