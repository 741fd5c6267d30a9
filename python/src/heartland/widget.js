// Shows the app in a frame of the notebook: its page comes from the package, its address from the widget.

let page

/** The page as an address of this browser; one serves all widgets of a notebook. */
const pageFrom = model =>
  (page ??= new Promise(resolve => {
    const take = async (message, buffers) => {
      if (message?.heartland !== 'page') return
      model.off('msg:custom', take)
      const unpacked = new Blob(buffers).stream().pipeThrough(new DecompressionStream('gzip'))
      const bytes = await new Response(unpacked).arrayBuffer()
      resolve(URL.createObjectURL(new Blob([bytes], { type: 'text/html;charset=utf-8' })))
    }
    model.on('msg:custom', take)
    model.send({ heartland: 'page' })
  }))

const render = async ({ model, el }) => {
  const frame = document.createElement('iframe')
  frame.title = 'Heartland'
  frame.style.cssText = 'width: 100%; border: 0; background: white'
  const size = () => {
    frame.style.height = `${model.get('height')}px`
  }
  const show = () => frame.contentWindow?.postMessage({ heartland: model.get('link') }, '*')
  const hear = ({ source, data }) => {
    if (source !== frame.contentWindow || typeof data?.heartland !== 'object') return
    model.set('scenario', data.heartland)
    model.save_changes()
  }
  size()
  el.append(frame)
  globalThis.addEventListener('message', hear)
  model.on('change:height', size)
  frame.src = (await pageFrom(model)) + model.get('link')
  model.on('change:link', show)
  return () => {
    globalThis.removeEventListener('message', hear)
    model.off('change:height', size)
    model.off('change:link', show)
  }
}

export default { render }
