/** A progress bar on the error stream with rate and remaining time; silent if the stream is not a terminal. */
import { number } from '../../analysis/words/numbers.ts'
import { type OutputStream, terminalOf } from './output.ts'
import { displayWidth } from '../../language/width.ts'

export interface Progress {
  /** So many more are done. */
  advance(count?: number): void
  /** Takes the bar off the screen; call it in `finally`, so that an error message starts on a clean line. */
  end(): void
}

/** Jobs that end before this leave no trace on the screen. */
const PATIENCE_MS = 300
const REDRAW_MS = 100
const LONGEST_BAR = 30
const CLEAR_LINE = '\r\u001b[K'

/** `what` is the plural of the things counted, such as 'runs'. `now` is in milliseconds. */
export function progress(
  what: string,
  total: number,
  output: OutputStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const { live, width, colours } = terminalOf(output)
  const { advanced } = output
  if (advanced !== undefined) {
    let done = 0
    return { advance: (count = 1) => advanced((done = Math.min(total, done + count)), total), end: () => {} }
  }
  if (!live) return { advance: () => {}, end: () => {} }
  const start = now()
  let done = 0
  let drawn = start + PATIENCE_MS - REDRAW_MS
  let visible = false
  return {
    advance(count = 1) {
      done = Math.min(total, done + count)
      const time = now()
      if (time - drawn < REDRAW_MS) return
      drawn = time
      visible = true
      output.write(CLEAR_LINE + line(what, done, total, (time - start) / 1000, width - 1, colours.cyan))
    },
    end() {
      if (visible) output.write(CLEAR_LINE)
      visible = false
    },
  }
}

function line(
  what: string,
  done: number,
  total: number,
  seconds: number,
  width: number,
  paint: (text: string) => string,
): string {
  const share = total > 0 ? done / total : 1
  const rate = done / Math.max(seconds, 1e-9)
  const left = rate > 0 ? `${duration((total - done) / rate)} left` : ''
  const before = `${what} `
  const after = ` ${number(done, 0)} of ${number(total, 0)} · ${number(rate)}/s · ${left}`
  const room = Math.min(LONGEST_BAR, width - displayWidth(before) - displayWidth(after))
  if (room < 5) return (before + after.trimStart()).slice(0, width)
  const full = Math.floor(share * room)
  return `${before}${paint('━'.repeat(full))}${'─'.repeat(room - full)}${after}`
}

/** 4.2 -> '5 s', 75 -> '1 min 15 s', 7300 -> '2 h 2 min': rounded up, so that it never promises too much. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  const minutes = Math.ceil(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
