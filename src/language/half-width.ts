/** Full-width digits, letters and marks of Chinese keyboards as plain ones: '１００％' becomes '100%', '：' becomes ':'. */

export const halfWidth = (text: string): string =>
  text.replaceAll(/[！-～]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')
