/** Part of an ensemble that a worker wishes for: the order says all that is needed to run it, whatever region is open here. */

import { type KeptOrder, type KeptPart, memberAnswers, type MembersRange } from '../../analysis/runs/members.ts'
import type { Task } from '../../threads/task.ts'

export const members = (
  _open: unknown,
  { order, range }: { readonly order: KeptOrder; readonly range: MembersRange },
  task: Task,
): Promise<KeptPart> => memberAnswers([order]).part({ order: 0, range }, task)
