/** What can become of a future, best to worst; light, because pages need no more of the verdict. */

import type { FutureClass } from '../model/criteria.ts'

export const classOrder: readonly FutureClass[] = ['revived', 'stabilised', 'managedDecline', 'none', 'distress']

export type Shares = Readonly<Record<FutureClass, number>>
