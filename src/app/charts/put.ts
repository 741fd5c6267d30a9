/** Changes a drawing only where it differs: a browser lays out and paints anew what is set, also to the same value. */

export const putAttribute = (element: Element | null, name: string, value: string): void => {
  if (element !== null && element.getAttribute(name) !== value) element.setAttribute(name, value)
}

export const putText = (element: Element | null, text: string): void => {
  if (element !== null && element.textContent !== text) element.textContent = text
}
