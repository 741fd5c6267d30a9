/** The errors of the model, the data or a run that are printed as a message, without a stack. */

import { RunError } from '../engine/run.ts'
import { ModelError } from '../language/errors.ts'
import { PackError } from '../regions/problems.ts'
import { isTold as isToldOfEnsembles } from './ensembles/problems.ts'

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'it is a file, or a part of its path is one, where a folder is needed',
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not read or write it',
  EPERM: 'you may not read or write it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota on the disk is used up',
  EEXIST: 'there is one already',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
}

/** An error of the file system in words; undefined for any other problem. */
export const fileProblem = (problem: unknown): string | undefined => {
  if (!(problem instanceof Error)) return undefined
  const { code = '', path, syscall } = problem as NodeJS.ErrnoException
  if (syscall === undefined || !Object.hasOwn(reasons, code)) return undefined
  return path === undefined ? `a file cannot be used: ${reasons[code]}` : `'${path}' cannot be used: ${reasons[code]}`
}

export const isTold = (problem: unknown): problem is Error =>
  problem instanceof PackError ||
  problem instanceof ModelError ||
  problem instanceof RunError ||
  isToldOfEnsembles(problem)
