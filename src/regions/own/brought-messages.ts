/** Why files that somebody brought cannot be read at all, by code and in both languages. */

import { messageTable, type Of } from '../../language/messages.ts'
import { ReportedError } from '../../language/reported-error.ts'

export const unreadable = messageTable('brought', {
  archiveDamaged: () => ({
    en: 'The archive cannot be unpacked: it is damaged or not a zip file. Create the archive again.',
    zh: '无法解压：文件已损坏或不是 zip 文件。请重新打包。',
  }),
  entryDamaged: ({ path }: Of<'path'>) => ({
    en: `The archive is damaged: the checksum of ${path} is wrong. Create the archive again, or copy it again from where it came.`,
    zh: `压缩文件已损坏：${path} 的校验码不符。请重新打包，或重新复制原文件。`,
  }),
  archiveLarge: ({ files, megabytes }: Of<'files' | 'megabytes'>) => ({
    en: `The archive holds more than ${files} files or ${megabytes} MB. Put only the folder of the region into it.`,
    zh: `压缩文件超过 ${files} 个文件或 ${megabytes} MB。请只打包该地区的文件夹。`,
  }),
  filesLarge: ({ files, megabytes }: Of<'files' | 'megabytes'>) => ({
    en: `The folder holds more than ${files} files or ${megabytes} MB. Choose only the folder of the region.`,
    zh: `文件夹超过 ${files} 个文件或 ${megabytes} MB。请只选择该地区的文件夹。`,
  }),
  workbookDamaged: () => ({
    en: 'The file is not an .xlsx workbook, or it is damaged. Save it as “Excel workbook (.xlsx)”.',
    zh: '文件不是 .xlsx 工作簿，或已损坏。请另存为“Excel 工作簿 (.xlsx)”。',
  }),
  sheetLarge: ({ cell, rows, columns }: Of<'cell' | 'rows' | 'columns'>) => ({
    en: `A sheet reaches to ${cell}; at most ${rows} rows and ${columns} columns are read. Delete the rows and columns that are not used, and save the workbook again.`,
    zh: `工作表延伸到 ${cell}；最多读取 ${rows} 行、${columns} 列。请删除未使用的行和列后重新保存。`,
  }),
})

/** Thrown for files that cannot be read at all; faults of what is in them are problems of the region. */
export class BroughtError extends ReportedError {}
