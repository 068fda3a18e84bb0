/** Where a place of a text is drawn by an element that holds it in pieces, relative to another element around it. */
export function placeOf(element: HTMLElement, offset: number, around: HTMLElement): { left: number; bottom: number } {
  const frame = around.getBoundingClientRect();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left);
      const place = range.getClientRects()[0];
      if (place) return { left: place.left - frame.left, bottom: Math.min(place.bottom - frame.top, frame.height) };
    }
    left -= length;
  }
  return { left: 0, bottom: frame.height };
}
