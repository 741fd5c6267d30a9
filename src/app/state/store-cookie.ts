/** The cookie by which a server with a store says so: a page that asked for what is not there would log an error. */
export const storeCookie = 'heartland-store'
