import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** The least a search can do: a list with nothing in it, painted again on each key. */
function EmptyList() {
  const [search, setSearch] = useState('')
  return (
    <>
      <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <ul data-search={search} />
    </>
  )
}

const rowHeight = 32
const places = ['上海', '深圳', '杭州', '成都', 'Harbour', 'Kestrel', 'Lotus', 'Meridian']
const rows = Array.from({ length: 100_000 }, (_, index) => [
  `${places[index % places.length] ?? ''} ${index} 有限公司`,
  `customer${index}.partner.onmschina.cn`,
  index % 7 === 0 ? 'Advisor' : 'Reseller',
  String(index % 11),
  String((index * 37) % 900),
  `2027-0${1 + (index % 9)}-1${index % 10}`,
])

/** The same rows as the app's, all of them in the page, in a plain virtual list. */
function PlainRows() {
  const pane = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  return (
    <div ref={pane} role="grid" style={{ height: '100vh', overflow: 'auto', contain: 'strict' }}>
      <div style={{ position: 'relative', height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="row"
            style={{
              position: 'absolute',
              insetInline: 0,
              height: rowHeight,
              display: 'grid',
              gridTemplateColumns: '3fr 3fr 1fr 1fr 1fr 1fr',
              transform: `translateY(${start}px)`,
            }}
          >
            {(rows[index] ?? []).map((cell, column) => (
              <div key={column} role="gridcell" style={{ overflow: 'hidden', whiteSpace: 'nowrap' }}>
                {cell}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(location.pathname.endsWith('rows.html') ? <PlainRows /> : <EmptyList />)
}
