/** Stands in main's bundle for the versions `conf` compares in its migrations, of which our preferences have none. */
export default new Proxy(
  {},
  {
    get(): never {
      throw new Error('preferences are brought up to date by their own version, not by migrations of conf')
    },
  },
)
