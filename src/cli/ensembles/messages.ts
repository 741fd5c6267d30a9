/** What can go wrong with a large ensemble and its files, by code and in both languages. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'

const computeAgain: Both<string> = { en: 'compute this chunk again', zh: '请重新计算这一部分' }

export const ensembleMessages = messageTable('ensemble', {
  notWritten: ({ path, reason }: { readonly path: string; readonly reason: Both<string> }) => ({
    en: `'${path}' was not written: ${reason.en}`,
    zh: `未能写入“${path}”：${reason.zh}`,
  }),
  fileMissing: ({ path }: Of<'path'>) => ({
    en: `'${path}' is missing`,
    zh: `缺少“${path}”`,
  }),
  fileLength: ({ path, bytes, wanted }: Of<'path' | 'bytes' | 'wanted'>) => ({
    en: `'${path}' has ${bytes} bytes instead of ${wanted}: it was cut off or changed`,
    zh: `“${path}”为 ${bytes} 字节，应为 ${wanted} 字节：文件被截断或改动`,
  }),
  fileChanged: ({ path }: Of<'path'>) => ({
    en: `'${path}' was changed or damaged: its checksum differs`,
    zh: `“${path}”被改动或损坏：校验和不符`,
  }),
  damaged: ({ damage }: { readonly damage: Both<string> }) => ({
    en: `${damage.en}; ${computeAgain.en}`,
    zh: `${damage.zh}；${computeAgain.zh}`,
  }),
  countsDamaged: ({ path }: Of<'path'>) => ({
    en: `'${path}' does not contain complete counts: it was cut off or changed; ${computeAgain.en}`,
    zh: `“${path}”中的计数不完整：文件被截断或改动；${computeAgain.zh}`,
  }),
  otherEnsemble: ({ path, found, wanted }: Of<'path' | 'found' | 'wanted'>) => ({
    en: `'${path}' belongs to another ensemble (${found}, not ${wanted})`,
    zh: `“${path}”属于另一个集合（${found}，而非 ${wanted}）`,
  }),
  manifestNotJson: ({ path }: Of<'path'>) => ({
    en: `'${path}' is not the manifest of an ensemble: it is not JSON; choose another folder`,
    zh: `“${path}”不是集合的清单：不是 JSON；请换一个文件夹`,
  }),
  noManifest: ({ path }: Of<'path'>) => ({
    en: `'${path}' is not the manifest of an ensemble; choose another folder`,
    zh: `“${path}”不是集合的清单；请换一个文件夹`,
  }),
  manifestVersion: ({ path, version, known }: Of<'path' | 'version' | 'known'>) => ({
    en: `'${path}' was written by another version of heartland (format ${version}, not ${known}); choose another folder`,
    zh: `“${path}”由其他版本的 heartland 生成（格式 ${version}，而非 ${known}）；请换一个文件夹`,
  }),
  manifestChanged: ({ path }: Of<'path'>) => ({
    en: `'${path}' was changed or damaged: its checksum differs. Bring it back from a copy, or choose another folder and compute the ensemble again.`,
    zh: `“${path}”被改动或损坏：校验和不符。请用备份恢复，或换一个文件夹重新计算。`,
  }),
  otherFiles: ({ folder }: Of<'folder'>) => ({
    en: `'${folder}' holds other files; choose a folder that is new, empty or of an ensemble`,
    zh: `“${folder}”中有其他文件；请选择新建、空白或已有集合的文件夹`,
  }),
  folderOfOther: ({ folder, differences }: Of<'folder' | 'differences'>) => ({
    en: `'${folder}' contains another ensemble: ${differences}. Choose another folder, or give the options of that ensemble to continue it.`,
    zh: `“${folder}”中是另一个集合：${differences}。请换一个文件夹，或用其原有选项继续。`,
  }),
  overlap: ({ one, other, from, last }: Of<'one' | 'other' | 'from' | 'last'>) => ({
    en: `'${one}' and '${other}' both hold members ${from} to ${last}; leave one out`,
    zh: `“${one}”与“${other}”都含第 ${from} 至 ${last} 次模拟；请去掉其中一个`,
  }),
  tooManyOutcomes: ({ count, steps }: Of<'count' | 'steps'>) => ({
    en: `${count} outcomes over ${steps} steps are too many; choose some with --outcome`,
    zh: `${count} 个结果变量、${steps} 步，数量过多；请用 --outcome 选择部分`,
  }),
  locked: ({ folder, pid, host, lock }: Of<'folder' | 'pid' | 'host' | 'lock'>) => ({
    en: `another process is using '${folder}' (process ${pid} on ${host}); wait for it, or choose another folder. If there is no such process, remove '${lock}'.`,
    zh: `另一进程正在使用“${folder}”（${host} 上的进程 ${pid}）；请等待，或换一个文件夹。如无此进程，请删除“${lock}”。`,
  }),
  otherColumns: ({ path }: Of<'path'>) => ({
    en: `'${path}' has other columns than this ensemble; ${computeAgain.en}`,
    zh: `“${path}”的列与该集合不同；${computeAgain.zh}`,
  }),
  rowCount: ({ path, rows, wanted }: Of<'path' | 'rows' | 'wanted'>) => ({
    en: `'${path}' has ${rows} rows instead of ${wanted}; ${computeAgain.en}`,
    zh: `“${path}”有 ${rows} 行，应为 ${wanted} 行；${computeAgain.zh}`,
  }),
  noEnsemble: ({ folder }: Of<'folder'>) => ({
    en: `'${folder}' does not contain an ensemble: it has no manifest.json; choose the folder of an ensemble`,
    zh: `“${folder}”中没有集合：缺少 manifest.json；请选择集合所在的文件夹`,
  }),
  unfinished: ({ folder }: Of<'folder'>) => ({
    en: `'${folder}' is not finished: run its command again, then merge it`,
    zh: `“${folder}”尚未完成：请先重新运行其命令，再合并`,
  }),
  mergeOther: ({ folder, than, differences }: Of<'folder' | 'than' | 'differences'>) => ({
    en: `'${folder}' is of another ensemble than ${than}: ${differences}`,
    zh: `“${folder}”与 ${than} 不属于同一集合：${differences}`,
  }),
  nothingToMerge: () => ({ en: 'there is nothing to merge', zh: '没有可合并的内容' }),
  repairCancelled: () => ({
    en: 'cancelled before damaged members were run again',
    zh: '已取消，损坏的模拟尚未重新运行',
  }),
  nothingRun: () => ({ en: 'nothing was run', zh: '没有运行任何模拟' }),
  threadDied: ({ times, from, last, why }: Of<'times' | 'from' | 'last' | 'why'>) => ({
    en: `a thread died ${times} times over members ${from} to ${last} (${why}); run the same command again to continue from what is complete`,
    zh: `线程在第 ${from} 至 ${last} 次模拟中崩溃 ${times} 次（${why}）；请重新运行同一命令，从已完成处继续`,
  }),
  diskSpace: ({ needed, folder, free }: Of<'needed' | 'folder' | 'free'>) => ({
    en: `this needs about ${needed} in '${folder}', where ${free} are free; free some space, choose another folder, or keep less of each member (--keep, --outcome)`,
    zh: `约需 ${needed}，而“${folder}”所在磁盘剩余 ${free}；请腾出空间、换一个文件夹，或减少每次模拟保存的内容（--keep、--outcome）`,
  }),
  sensitivityCancelled: () => ({
    en: 'cancelled: a sensitivity analysis has no partial result',
    zh: '已取消：敏感性分析须整体完成',
  }),
  membersKept: ({ members, folder }: Of<'members' | 'folder'>) => ({
    en: `${members} members are kept in '${folder}'; the same command continues from there.`,
    zh: `“${folder}”中已保存 ${members} 次模拟；用同一命令可从该处继续。`,
  }),
  columnType: ({ type }: Of<'type'>) => ({
    en: `a column of type ${type} was not written by heartland`,
    zh: `类型为 ${type} 的列不是由 heartland 写入的`,
  }),
  endsEarly: () => ({ en: 'the file ends too early', zh: '文件过早结束' }),
  notParquet: ({ path, why }: Of<'path' | 'why'>) => ({
    en: `'${path}' is not a complete Parquet file: ${why}`,
    zh: `“${path}”不是完整的 Parquet 文件：${why}`,
  }),
})
