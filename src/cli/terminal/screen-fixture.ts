/** A screen without colours, like a file, for tests. */
import { type Screen, screenOf, screenOn } from './session.ts'

export const plainScreen = (width?: number): Screen => {
  const screen = screenOf({ write: () => undefined }, 'en', {})
  return width === undefined ? screen : screenOn({ ...screen, width })
}
