/** The capabilities of an output stream: its width, and whether colours and redrawn lines make sense. */
import picocolors from 'picocolors'

export interface Terminal {
  /** Columns; wide enough for files and pipes to need no wrapping. */
  readonly width: number
  /** True for a person at a terminal, who can be shown a line that is redrawn. */
  readonly live: boolean
  readonly colours: ReturnType<typeof picocolors.createColors>
}

/** The part of a Node output stream that matters here. */
export interface OutputStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
  /** Receives progress where nobody watches a screen on which it could be drawn. */
  readonly advanced?: (done: number, total: number) => void
}

const WIDTH_OF_FILES = 120
const NARROWEST = 40

export function terminalOf(
  output: OutputStream,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Terminal {
  const live = output.isTTY === true && environment.TERM !== 'dumb'
  // An empty NO_COLOR does not count (no-color.org).
  const coloured = live && !environment.NO_COLOR
  return {
    width: Math.max(NARROWEST, (live ? output.columns : undefined) ?? WIDTH_OF_FILES),
    live,
    colours: picocolors.createColors(coloured),
  }
}
