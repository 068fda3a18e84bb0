/** What can be picked: what it is called, its id, and what else tells it from others, such as its addresses. */
export type PickerOption = { id: string; name: string; detail?: string };

/** The options in which each of the words occurs, in the name, the id or the detail, in any case. */
export function matching<T extends PickerOption>(options: T[], query: string): T[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return options;
  return options.filter((option) => {
    const text = `${option.name}\n${option.id}\n${option.detail ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What the input has of an option that is picked. */
export function shownOf(option: PickerOption | undefined): string {
  if (option === undefined) return '';
  return option.name === '' ? option.id : `${option.name} (${option.id})`;
}

/** Where an arrow leads to, around the ends; -1 is nowhere yet. */
export function moved(active: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  return active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count;
}
