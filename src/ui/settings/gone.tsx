/** In the place of a form: the address names something that is not in this workspace. */
export const Gone = ({ text }: { readonly text: string }) => (
  <p class="empty" role="alert" dir="auto">
    {text}
  </p>
);
