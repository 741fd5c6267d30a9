/** Problems as they are told: errors of the file system and of the parser of command lines among them. */

import { CommanderError } from 'commander'
import { NotFiniteError } from '../../engine/run.ts'
import { firstNotFinite } from '../../language/finite.ts'
import { type Both, type Message, ReportedError, UsageError } from '../../language/messages.ts'
import { commandMessages } from '../input/messages.ts'

const reasons: Readonly<Record<string, Both<string>>> = {
  EISDIR: { en: 'it is a folder, not a file', zh: '它是文件夹而非文件' },
  ENOTDIR: {
    en: 'it is a file, or a part of its path is one, where a folder is needed',
    zh: '此处需要文件夹，而路径中有一部分是文件',
  },
  ENOENT: { en: 'there is no such file or folder', zh: '没有该文件或文件夹' },
  EACCES: { en: 'you do not have permission to read or write it', zh: '无权读写' },
  EPERM: { en: 'you do not have permission to read or write it', zh: '无权读写' },
  EROFS: { en: 'the disk is read-only', zh: '磁盘为只读' },
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  EDQUOT: { en: 'your quota on the disk is used up', zh: '磁盘配额已用尽' },
  EEXIST: { en: 'there is one already', zh: '已存在同名文件' },
  ENAMETOOLONG: { en: 'the name is too long', zh: '名称过长' },
  ELOOP: { en: 'its links lead in a circle', zh: '链接循环' },
  EMFILE: { en: 'too many files are open', zh: '打开的文件过多' },
  EIO: { en: 'the disk reports an error', zh: '磁盘报告错误' },
}

/** The reason for a refusal by the file system. */
export const reasonOf = ({ code = '', message }: NodeJS.ErrnoException): Both<string> =>
  reasons[code] ?? { en: message, zh: message }

/** The reason why results could not be written to where the shell sends them. */
export const outputProblem = (problem: NodeJS.ErrnoException): Message =>
  commandMessages.outputLost({ reason: reasonOf(problem) })

/** An error of the file system as a message; undefined for any other problem. */
const fileProblem = (problem: unknown): Message | undefined => {
  if (!(problem instanceof Error)) return undefined
  const { code = '', path = '', syscall } = problem as NodeJS.ErrnoException
  const reason = reasons[code]
  return syscall === undefined || reason === undefined ? undefined : commandMessages.fileUnusable({ path, reason })
}

/** Commander's words in the form of all our errors. */
export const reworded = (text: string): string =>
  text
    .trim()
    .replace(/^error: /, '')
    .replace(
      /\n\(Did you mean (one of )?(.+)\?\)$/s,
      (_, several, words) => `; did you mean ${several ? 'one of ' : ''}'${words}'?`,
    )

/** A problem as plain data: the command line prints it, and the engine and the HTTP interface hand it on. */
interface Told {
  /** 'usage': what was asked is wrong; 'reported': the model, the data or a check failed; 'fault': the program did. */
  readonly kind: 'usage' | 'reported' | 'fault'
  readonly text: string
  /** By code, in both languages; none where a parser or a fault speaks. */
  readonly messages: readonly Message[]
}

/** Reports the value at which a run stopped, with the first value that led there and its sources. */
const leadingTo = ({ at, program, values, messages }: NotFiniteError): readonly Message[] => {
  const first = firstNotFinite(program, values)
  return first === undefined ? messages : [commandMessages.firstNotFinite({ ...at, first: first.message.text })]
}

export const told = (problem: unknown): Told => {
  if (problem instanceof CommanderError) return { kind: 'usage', text: reworded(problem.message), messages: [] }
  if (problem instanceof ReportedError) {
    const kind = problem instanceof UsageError ? 'usage' : 'reported'
    const messages = problem instanceof NotFiniteError ? leadingTo(problem) : problem.messages
    return { kind, text: messages.map(({ text }) => text.en).join('\n'), messages }
  }
  const file = fileProblem(problem)
  if (file !== undefined) return { kind: 'usage', text: file.text.en, messages: [file] }
  const stack = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  return { kind: 'fault', text: `a fault of the program, not of your input:\n${stack}`, messages: [] }
}
