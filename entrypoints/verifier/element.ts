type Child = Node | string | null | readonly Child[];
type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes (true: empty, false: none) and children; strings are always text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flatMap(nodesOf));
  return made;
}

function nodesOf(child: Child): (Node | string)[] {
  if (child === null) return [];
  return Array.isArray(child) ? child.flatMap(nodesOf) : [child as Node | string];
}
