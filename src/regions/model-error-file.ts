/** Reads and writes the error of the model by horizon, as the back-test of a region measured it. */

import type { Message } from '../language/messages.ts'
import { digestOf, parseParameterFile } from './parameter-file.ts'
import type { ErrorRecord } from './types.ts'

export const modelErrorFile = (region: string): string => `${region}/model-error.json`

type Written = ErrorRecord & { readonly what: string; readonly digest: string }

/** The text of the file: one series a line, so that a change can be read. */
export const formatModelError = ({ series, ...head }: ErrorRecord): string => {
  const what = 'Written by `heartland calibrate --save-error`; not to be edited by hand'
  const digest = digestOf({ what, ...head, series })
  const rows = Object.entries(series).map(([name, one]) => `    ${JSON.stringify(name)}: ${JSON.stringify(one)}`)
  const lines = Object.entries({ what, ...head }).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')},\n  "series": {\n${rows.join(',\n')}\n  },\n  "digest": ${JSON.stringify(digest)}\n}\n`
}

/** The content; a message when it is no JSON or not as it was written. */
export const parseModelError = (text: string): { readonly modelError: ErrorRecord } | { readonly message: Message } => {
  const parsed = parseParameterFile<Written>(text)
  if ('message' in parsed) return parsed
  const { what: _what, digest: _digest, ...modelError } = parsed.record
  return { modelError }
}
