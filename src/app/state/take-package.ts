/** Puts a package of the program in hand, with its exact settings. */

import type { About } from '../worker/answers/about.ts'
import { useStore } from './store.ts'

export const takePackage = ({ packages }: Pick<About, 'packages'>, id: string): void => {
  const { draft, change } = useStore.getState()
  const policy = packages.find(one => one.id === id)?.policy ?? {}
  change({ ...draft, package: id, policy, name: '' })
}
