/** A name with its first letter small, as members of JavaScript's objects have it. */
export const decapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A name with its first letter large, as the product's members have it. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
