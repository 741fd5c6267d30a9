/** For tests: a screen without colours, as files have it. */
import { type Screen, screenOf } from './screen.ts'

export const plainScreen = (width?: number): Screen => {
  const screen = screenOf({ write: () => undefined }, {})
  return width === undefined ? screen : { ...screen, width }
}
