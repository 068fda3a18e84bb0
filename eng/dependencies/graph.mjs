// Which of the directly named packages bring each package in.

// edges: names that a node depends on, by node. Answers the roots that lead to each node, by node.
export function rootsOf(roots, edges) {
  const found = new Map();
  for (const root of [...roots].sort()) {
    const waiting = [root];
    const seen = new Set(waiting);
    while (waiting.length > 0) {
      const node = waiting.pop();
      if (!found.has(node)) found.set(node, new Set());
      found.get(node).add(root);
      for (const next of edges.get(node) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return found;
}
