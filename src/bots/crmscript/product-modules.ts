/** The modules of the product that have an address of their own, as the names of functions say them. */
export const productModules = [
  'Admin',
  'Ajax',
  'Blogic',
  'Chat',
  'Customer',
  'Document',
  'Help',
  'Knowledge',
  'Rms',
  'Soap',
  'Stat',
  'Ticket',
] as const;
