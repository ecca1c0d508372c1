// Both processes have URL; this folder has neither the DOM's nor Node's types, so the few members it uses are here.
declare global {
  class URLSearchParams {
    constructor(query: string)
    [Symbol.iterator](): IterableIterator<[string, string]>
  }
  class URL {
    constructor(address: string)
    readonly protocol: string
    readonly username: string
    readonly password: string
    readonly hostname: string
    readonly port: string
    readonly pathname: string
    readonly hash: string
    readonly searchParams: URLSearchParams
  }
}
export {}
