/** Search of the site: runs in the page of a reader, on the index that `npm run site` writes. */
import MiniSearch from 'minisearch'

const { root } = document.querySelector('script[data-root]').dataset
const field = document.querySelector('input[type=search]')
const list = document.querySelector('#found')
const words = new Intl.Segmenter('zh', { granularity: 'word' })

let index
const load = async () => {
  const { options, data } = await (await fetch(`${root}search.json`)).json()
  const tokenize = text => [...words.segment(text)].filter(one => one.isWordLike).map(one => one.segment)
  return MiniSearch.loadJS(data, { ...options, tokenize })
}

field.addEventListener('input', async () => {
  index ??= load()
  const found = (await index)
    .search(field.value, { prefix: true, boost: { title: 3 }, combineWith: 'AND' })
    .slice(0, 12)
  list.replaceChildren(
    ...found.map(({ id, title, page }) => {
      const link = document.createElement('a')
      link.href = `${root}${id}`
      link.textContent = title === page ? title : `${page}: ${title}`
      const item = document.createElement('li')
      item.append(link)
      return item
    }),
  )
})
