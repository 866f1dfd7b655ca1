import { Later } from '../controls/later.tsx';
import { Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';

const load = () => import('./add-customer-form.tsx').then(({ AddForm }) => AddForm);

export const AddCustomer = () => (
  <Popover label={words.addCustomer} role="dialog">
    {(close) => <Later load={load} close={close} />}
  </Popover>
);
