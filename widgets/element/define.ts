/** Registers an element unless its name is taken; true when it was free. */
export function define(name: string, element: CustomElementConstructor): boolean {
	const free = !customElements.get(name);
	if (free) customElements.define(name, element);
	return free;
}
