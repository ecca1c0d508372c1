/** What one message may hold; counted before any schema sees it (security C12). */
export const budget = { characters: 1_000_000, depth: 8, arrayLength: 50_000, nodes: 200_000 } as const

/** Why a message is over {@link budget}, or holds what no contract can say; `null` when it is neither. */
export type BudgetProblem = 'too-large' | 'too-deep' | 'not-plain'

/** Measures a message from the page without recursing into its depth and without calling anything it carries. */
export function budgetProblem(message: unknown): BudgetProblem | null {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }]
  let characters = 0
  let nodes = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    nodes += 1
    if (nodes > budget.nodes) {
      return 'too-large'
    }
    if (typeof value === 'string') {
      characters += value.length
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= budget.depth) {
        return 'too-deep'
      }
      const isArray = Array.isArray(value)
      if (!isArray && !isPlain(value)) {
        return 'not-plain'
      }
      if (isArray && value.length > budget.arrayLength) {
        return 'too-large'
      }
      for (const key of Object.keys(value)) {
        const property = Object.getOwnPropertyDescriptor(value, key)
        if (property === undefined || !('value' in property)) {
          return 'not-plain'
        }
        if (isForbiddenKey(key)) {
          return 'not-plain'
        }
        characters += isArray ? 0 : key.length
        open.push({ value: property.value, depth: depth + 1 })
      }
    } else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      return 'not-plain'
    }
    if (characters > budget.characters) {
      return 'too-large'
    }
  }
  return null
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** Keys that only an attempt at the prototype would use (security C13). */
function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}
