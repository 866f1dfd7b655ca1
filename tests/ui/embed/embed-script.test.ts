import { describe, expect, it } from 'vitest';
import { readEmbedScript, readValues } from '../../../src/ui/customers/embed-script.ts';

const page = {
  address: 'https://shop.example/cart?n=Ada+Berg&m=a%40b.example#top',
  values: readValues('phone = 12 34\n\ncompany=A = B\n'),
};
const read = (attributes: string) => readEmbedScript(`<script src='chat.js' ${attributes}></script>`, page);

describe('the embed script of a page', () => {
  it('gives texts as they are written, in any quotes', () => {
    expect(
      read(`data-customerName="Ada &amp; Bo" data-companyName='A "B"' data-customerPhone=123`).customer,
    ).toEqual({
      name: 'Ada & Bo',
      company: 'A "B"',
      phone: '123',
    });
  });

  it('takes values from the address, from cookies and from variables', () => {
    const { customer } = read(
      'data-customername="url:n" data-customerEmail="url:m" data-customerPhone="cookie:phone" data-companyName="variable:company"',
    );

    expect(customer).toEqual({ name: 'Ada Berg', email: 'a@b.example', phone: '12 34', company: 'A = B' });
  });

  it('leaves out what the page does not have, and what is no attribute of a form', () => {
    expect(
      read('data-customerName="url:q" data-customerEmail="cookie:q" data-theme="modern"').customer,
    ).toEqual({});
  });

  it('names the channel', () => {
    expect(read('data-topicId="7"').channel).toBe(7);
    expect(read('data-topicId="seven"').channel).toBe(0);
    expect(readEmbedScript('', page)).toEqual({ channel: 0, customer: {} });
  });
});
