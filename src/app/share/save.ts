/** Saves a file through the browser, like a download. */

/** Milliseconds for which the address of the file is kept: browsers read it a moment after the click. */
const kept = 60_000

/** Without it spreadsheets take the letters of a CSV file for those of another character set. */
const byteOrderMark = '\uFEFF'

export const saveFile = (name: string, content: string | Uint8Array<ArrayBuffer> | Blob, type: string): void => {
  const parts = type === fileTypes.csv ? [byteOrderMark, content] : [content]
  const blob = content instanceof Blob ? content : new Blob(parts, { type })
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), kept)
}

export const fileTypes = {
  csv: 'text/csv;charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  zip: 'application/zip',
  capsule: 'application/gzip',
} as const
