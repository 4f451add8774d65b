/** What makes MDX of a text: a tag, an expression, a picture, a line of code, or an indent that Markdown alone takes for code. */
const MDX = /[<{]|!\[|^(?:import|export)\b|^(?: {4}|\t)/m;

/** Whether a longer text reads the same as Markdown and as MDX. */
export const isPlain = (body: string): boolean => !MDX.test(body);
