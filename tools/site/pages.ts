/** The documents of the project as pages that any file server can serve, with a search that needs no server. */

import { cpSync, existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastify from 'fastify'
import { Marked } from 'marked'
import { getHeadingList, gfmHeadingId } from 'marked-gfm-heading-id'
import MiniSearch from 'minisearch'
import { root } from '../../src/cli/app-build/places.ts'
import { addApi, standardLimits } from '../../src/cli/services/api/open-api.ts'
import { version } from '../../src/cli/version.ts'

const documents = (): string[] =>
  globSync(
    [
      '*.md',
      'docs/**/*.md',
      'bench/*.md',
      'python/README.md',
      'src/app/README.md',
      'countries/**/*.md',
      '.changeset/*.md',
    ],
    {
      cwd: root,
    },
  )
    .map(file => file.replaceAll('\\', '/'))
    .toSorted()

/** README.md is the first page. */
const addressOf = (file: string): string =>
  file === 'README.md' ? 'index.html' : file.replace(/\.md$/, '.html').replace(/^\./, '')

const links: ReadonlyArray<readonly [text: string, address: string]> = [
  ['App', 'app/index.html'],
  ['Guide', 'docs/guide/app.html'],
  ['使用说明', 'docs/guide/zh.html'],
  ['Model', 'docs/theory/specification.html'],
  ['Questions', 'docs/guide/questions.html'],
  ['API', 'api.html'],
  ['Glossary', 'GLOSSARY.html'],
  ['Changelog', 'CHANGELOG.html'],
]

const style = `:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif }
body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 62rem } nav { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; padding: 1rem 0; border-bottom: 1px solid #8886 }
input { font: inherit; flex: 1 1 10rem } table { border-collapse: collapse; display: block; overflow-x: auto } th, td { border: 1px solid #8886; padding: .2rem .6rem; text-align: left; vertical-align: top }
pre { overflow-x: auto; padding: .8rem; background: #8881 } img { max-width: 100% } #found:empty { display: none }`

const pageOf = (address: string, title: string, body: string): string => {
  const up = '../'.repeat(address.split('/').length - 1)
  const nav = links.map(([text, to]) => `<a href="${up}${to}">${text}</a>`).join(' ')
  return `<!doctype html>
<html lang="${address.endsWith('/zh.html') ? 'zh' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Heartland</title><style>${style}</style></head>
<body><nav><a href="${up}index.html"><b>Heartland</b></a> ${nav} <input type="search" placeholder="Search · 搜索" aria-label="Search · 搜索"></nav>
<ul id="found"></ul><main>${body}</main><script type="importmap">{ "imports": { "minisearch": "./${up}minisearch.js" } }</script><script type="module" src="${up}search-page.js" data-root="${up}"></script></body></html>
`
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const searchOptions = { fields: ['title', 'text'], storeFields: ['title', 'page'] }

/** The addresses of the HTTP interface, from its own description. */
const writeApi = async (folder: string): Promise<string> => {
  const server = fastify()
  await addApi(server, {
    version: version(),
    token: undefined,
    store: undefined,
    limits: standardLimits(1),
    log: () => undefined,
  })
  const described = (await server.inject('/v1/openapi.json')).body
  await server.close()
  writeFileSync(join(folder, 'openapi.json'), described)
  const { paths } = JSON.parse(described) as { paths: Record<string, Record<string, { summary?: string }>> }
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary = '' }]) => `| \`${method.toUpperCase()} ${path}\` | ${summary} |`),
  )
  return `# API reference\n\nOver HTTP ([guide](docs/guide/http.md), [description for programs](openapi.json), OpenAPI 3.1); the inputs of a question are the same in [Python and R](docs/guide/python.md), [JavaScript](docs/guide/library.md) and on [the command line](docs/guide/command-line.md): [all questions](docs/guide/questions.md).\n\n| Address | |\n|---|---|\n${rows.join('\n')}\n`
}

/** Writes every document as a page, and what they link to as it is. */
export const writePages = async (folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const texts = new Map(documents().map(file => [file, readFileSync(join(root, file), 'utf8')]))
  texts.set('api.md', await writeApi(folder))
  const search = new MiniSearch({
    ...searchOptions,
    tokenize: text => [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
  })
  for (const [file, text] of texts) {
    const address = addressOf(file)
    /** From this page; documents become pages, other files of the project come along. */
    const linked = (href: string): string => {
      if (/^[a-z]+:|^#/.test(href)) return href
      const [path = '', anchor] = href.split('#')
      const target = posix.join(posix.dirname(file), decodeURI(path))
      const from = join(root, target)
      if (!texts.has(target) && existsSync(from) && statSync(from).isFile()) cpSync(from, join(folder, target))
      const to = texts.has(target) ? addressOf(target) : target
      return `${posix.relative(posix.dirname(address), to)}${anchor === undefined ? '' : `#${anchor}`}`
    }
    const marked = new Marked(gfmHeadingId(), {
      walkTokens: token => {
        if (token.type === 'link' || token.type === 'image') token['href'] = linked(String(token['href']))
      },
    })
    const body = marked.parse(text, { async: false })
    const headings = getHeadingList()
    const title = headings[0]?.raw ?? file
    const parts = text.split(/^#{1,6} .*$/m).slice(1)
    for (const [at, { id, raw }] of headings.entries())
      search.add({ id: `${address}#${id}`, title: raw, page: title, text: parts[at] ?? '' })
    mkdirSync(join(folder, dirname(address)), { recursive: true })
    writeFileSync(join(folder, address), pageOf(address, title, body))
  }
  writeFileSync(join(folder, 'search.json'), JSON.stringify({ options: searchOptions, data: search }))
  cpSync(fileURLToPath(new URL('search-page.js', import.meta.url)), join(folder, 'search-page.js'))
  cpSync(join(root, 'node_modules/minisearch/dist/es/index.js'), join(folder, 'minisearch.js'))
}
