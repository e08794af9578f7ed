export function functionsOf(file: string, text: string): (line: number, column: number) => string;
