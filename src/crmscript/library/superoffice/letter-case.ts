/** A name with its first letter small, as fields and parameters have it. */
export const decapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A name with its first letter large, as accessors have it. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
