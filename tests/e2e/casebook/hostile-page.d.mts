export function hostilePage(origin: string): string;
