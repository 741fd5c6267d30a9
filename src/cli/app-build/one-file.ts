/** Builds the app as one HTML file that opens from disk without a server, other files or network access. */

import { createHash } from 'node:crypto'
import { buildForUse, oneFileConfig } from './config.ts'

/** The end of a script element must not stand in a script; within a string or a regular expression the slash may be escaped. */
const inScript = (code: string): string => code.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')

const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

interface Output {
  readonly fileName: string
  readonly type: 'chunk' | 'asset'
  readonly code?: string
  readonly source?: string | Uint8Array
}

const textOf = ({ source = '' }: Output): string =>
  typeof source === 'string' ? source : Buffer.from(source).toString('utf8')

export const buildOneFile = async (told: (text: string) => void): Promise<string> => {
  const built = await buildForUse(oneFileConfig())
  const results = (Array.isArray(built) ? built : [built]) as ReadonlyArray<{ readonly output: readonly Output[] }>
  const files = results.flatMap(({ output }) => output)
  const page = files.find(({ fileName }) => fileName.endsWith('.html'))
  const scripts = files.filter(({ type }) => type === 'chunk')
  const styles = files.filter(({ fileName }) => fileName.endsWith('.css'))
  if (page === undefined || scripts.length !== 1) {
    throw new Error(
      `The build gave ${scripts.length} scripts and ${page === undefined ? 'no' : 'a'} page: expected one of each.`,
    )
  }
  const script = inScript(scripts[0].code ?? '')
  const icon = files.find(({ fileName }) => fileName.endsWith('.svg'))
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)} 'wasm-unsafe-eval'`,
    'worker-src blob: data:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data: blob:',
    'connect-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const html = textOf(page)
    .replaceAll(/\s*<script[^>]*src=[^>]*><\/script>/g, '')
    .replaceAll(/\s*<link[^>]*rel="(?:stylesheet|modulepreload|icon|manifest)"[^>]*>/g, '')
    .replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace(
      '</head>',
      () =>
        `${icon === undefined ? '' : `  <link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(textOf(icon)).toString('base64')}" />\n  `}<style>${styles.map(textOf).join('\n')}</style>\n  </head>`,
    )
    .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`)
  told(`${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`)
  return html
}
