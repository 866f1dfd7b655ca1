/** The words of the form of a new customer, who may come from a page with the embed script; loaded with it. */
export const connectWords = {
  optionalName: 'Name (optional)',
  connect: 'Connect',
  title: 'Through an embed script',
  script: 'Embed script',
  scriptExample: '<script src="…/chat.js" data-topicId="1" data-customerName="url:n">',
  address: 'Address of the page',
  addressExample: 'https://shop.example/?n=Ada',
  values: 'Cookies and variables of the page',
  valuesExample: 'name = value',
} as const;
