import Defuddle from "defuddle";

/** What a clipper built on it does with a page: main content, title, author, dates, schema.org. */
export const read = () => new Defuddle(document, { url: location.href }).parse();
