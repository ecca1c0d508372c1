import type { HandlersOf } from '#main/ipc/router.ts'
import type { Store } from '#main/store/store.ts'

/** Remembers how far the user has looked. */
export function createPortfolioCommands(store: Store): HandlersOf<'portfolio'> {
  return {
    'portfolio.looked': () => {
      store.commit((writer) =>
        writer.run(
          `INSERT INTO portfolio_looked (only, head, at) SELECT 1, head, :now FROM portfolio_head WHERE 1
          ON CONFLICT (only) DO UPDATE SET head = excluded.head, at = excluded.at`,
          { now: store.now().toISOString() },
        ),
      )
      return {}
    },
  }
}
