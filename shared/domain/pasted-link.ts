/**
 * The link in what was pasted, byte for byte: the text without the space around it, or the `url` of a
 * RelationshipRequest as Partner Center's API answers with it (domain 0.11).
 */
export function pastedLink(pasted: string): string {
  const text = pasted.trim()
  if (!text.startsWith('{')) {
    return text
  }
  try {
    const answer: unknown = JSON.parse(text)
    return isRelationshipRequest(answer) ? answer.url.trim() : text
  } catch {
    return text
  }
}

function isRelationshipRequest(answer: unknown): answer is { readonly url: string } {
  if (typeof answer !== 'object' || answer === null || !('url' in answer) || typeof answer.url !== 'string') {
    return false
  }
  const { attributes } = answer as { attributes?: { objectType?: unknown } | null }
  return attributes?.objectType === 'RelationshipRequest'
}
