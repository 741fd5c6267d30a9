/** A screen without colours, like a file, for tests. */
import { type Screen, screenOf } from './screen.ts'

export const plainScreen = (width?: number): Screen => {
  const screen = screenOf({ write: () => undefined }, {})
  return width === undefined ? screen : { ...screen, width }
}
