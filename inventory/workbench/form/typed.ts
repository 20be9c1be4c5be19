/** What stands in the field that an event is about. */
export const typed = ({ currentTarget: control }: Event): string =>
	control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value : "";
